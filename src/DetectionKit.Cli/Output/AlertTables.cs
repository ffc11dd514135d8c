using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Engine.Running;
using DetectionKit.Testing.Reports;

namespace DetectionKit.Cli.Output;

/// <summary>Alerts for people: a table a detection, under the columns of its rows.</summary>
internal static class AlertTables
{
    /// <summary>Writes them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="output">Where to.</param>
    /// <param name="color">Whether headings are coloured.</param>
    public static void Write(IReadOnlyCollection<ResultRow> rows, TextWriter output, bool color)
    {
        foreach (var detection in rows.GroupBy(row => row.Detection.Id, StringComparer.Ordinal))
        {
            var info = detection.First().Detection;
            output.WriteLine(color ? $"{Ansi.Bold}{info.Name}{Ansi.Reset}  {string.Join(' ', info.AttackIds)}" : $"{info.Name}  {string.Join(' ', info.AttackIds)}");
            var columns = detection.SelectMany(row => row.Row.Columns).Where(column => !column.Value.IsNull).Select(column => column.Key).Distinct(StringComparer.Ordinal).ToArray();
            var table = new TextTable(["time (UTC)", .. columns]);
            foreach (var row in detection)
                table.Add([row.Time.ToUtc().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), .. columns.Select(column => (TextCell)Text(row.Row, column))]);
            output.WriteLine(table.Render(indent: "  "));
        }
    }

    private static string Text(Row row, string column) => row[column].ToText().Replace('\n', ',');
}
