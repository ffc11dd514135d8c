using System.Text;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Json;

/// <summary>
/// Takes an event out of what a collector put around it: Splunk's export (<c>{"preview":..,"result":{..}}</c>), the HTTP event collector
/// (<c>{"time":..,"sourcetype":..,"event":{..}}</c>), a search index' hit (<c>{"_index":..,"_source":{..}}</c>).
/// </summary>
internal sealed class Envelopes
{
    private readonly KeyValueRecord _pairs = new();

    /// <summary>Opens it, where it is one.</summary>
    /// <param name="record">The object's fields.</param>
    public void Open(LogRecord record)
    {
        if (record.Count == 0)
            return;
        if (record.Has("preview") || record.Has("lastrow"))
            Lift(record, "result.");
        else if (record.Has("_index"))
            Lift(record, "_source.");
        else if (record.Has("time") && (record.Has("sourcetype") || record.Has("source") || record.Has("host") || record.Has("index")))
            OpenCollector(record);
    }

    private void OpenCollector(LogRecord record)
    {
        if (record["event"] is { IsNull: false } text)
        {
            record.Set("_raw", text);
            record.Take("event");
            _pairs.Read(Encoding.UTF8.GetBytes(text.ToText()), record);
        }
        else if (!Lift(record, "event."))
        {
            return;
        }

        record.Set("_time", record.Take("time"));
        Lift(record, "fields.");
    }

    private static bool Lift(LogRecord record, string prefix)
    {
        var lifted = false;
        for (var i = 0; i < record.Count; i++)
        {
            var name = record.NameAt(i);
            if (name.Length <= prefix.Length || !name.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            record.Rename(name, name[prefix.Length..]);
            lifted = true;
        }

        return lifted;
    }
}
