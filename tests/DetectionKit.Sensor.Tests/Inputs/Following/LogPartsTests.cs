using System.Text;
using DetectionKit.Sensor.Inputs.Following;

namespace DetectionKit.Sensor.Tests.Inputs.Following;

public sealed class LogPartsTests
{
    private static readonly string Head = new('h', 64);
    private string _folder = "";

    private string Log => Path.Combine(_folder, "app.log");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("dk-parts-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_log_that_was_not_read_before_is_read_from_its_begin() => Assert.That(From(null), Is.EqualTo("app.log 0-"));

    [Test]
    public void A_log_that_was_read_goes_on_where_it_was()
    {
        Write("app.log", "one\ntwo\n", 1);
        Assert.That(From(Mark("app.log", 4)), Is.EqualTo("app.log 4-"));
    }

    [Test]
    public void What_was_rotated_meanwhile_is_read_in_its_order()
    {
        Write("app.log", "one\ntwo\n", 1);
        var mark = Mark("app.log", 4);
        Move("app.log", "app.log.2");
        Write("app.log.1", "three\n", 2);
        Write("app-errors.log", "other\n", 3);
        Write("app.log", "four\n", 4);
        Assert.That(From(mark), Is.EqualTo("app.log.2 4-8, app.log.1 0-6, app.log 0-"));
    }

    [Test]
    public void A_log_that_was_copied_and_cut_goes_on_in_its_copy()
    {
        Write("app.log", Head + "\none\ntwo\n", 1);
        var mark = Mark("app.log", 69);
        File.Copy(Path.Combine(_folder, "app.log"), Path.Combine(_folder, "app.log-20260102"));
        Cut("app.log", "three\n");
        Assert.That(From(mark), Is.EqualTo("app.log-20260102 69-73, app.log 0-"));
    }

    [Test]
    public void A_file_that_begins_alike_is_no_copy_where_too_little_is_known()
    {
        Write("app.log", "one\ntwo\n", 1);
        var mark = Mark("app.log", 4);
        File.Copy(Path.Combine(_folder, "app.log"), Path.Combine(_folder, "app.log.1"));
        Cut("app.log", "three and more\n");
        Assert.That(From(mark), Is.EqualTo("app.log 0-, gap"));
    }

    [Test]
    public void What_was_compressed_is_a_gap()
    {
        Write("app.log", Head + "\none\n", 1);
        var mark = Mark("app.log", 65);
        Move("app.log", "app.log.1");
        using (var packed = new System.IO.Compression.GZipStream(File.Create(Path.Combine(_folder, "app.log.1.gz")), System.IO.Compression.CompressionLevel.Fastest))
            packed.Write(File.ReadAllBytes(Path.Combine(_folder, "app.log.1")));
        File.Delete(Path.Combine(_folder, "app.log.1"));
        Write("app.log", "two\n", 2);
        Assert.That(From(mark), Is.EqualTo("app.log 0-, gap"));
    }

    [Test]
    public void Between_two_places_lie_the_files_that_were_written_between_them()
    {
        Write("app.log", Head + "\none\n", 1);
        var from = Mark("app.log", 65);
        Move("app.log", "app.log.1");
        Write("app.log", "4" + Head + "\nfour\n", 3);
        var to = Mark("app.log", 71);
        Move("app.log", "app.log.3");
        Write("app.log.2", "two\n", 2);
        Write("app.log.4", "five\n", 4);
        Write("app.log", "six\n", 5);
        Assert.That(Text(LogParts.Between(Log, from, to)), Is.EqualTo("app.log.1 65-69, app.log.2 0-4, app.log.3 0-71"));
        File.Delete(Path.Combine(_folder, "app.log.3"));
        Assert.That(Text(LogParts.Between(Log, from, to)), Is.EqualTo(", gap"));
    }

    private string From(FileMark? mark) => Text(LogParts.From(Log, mark));

    private static string Text(LogParts parts) => string.Join(", ", parts.Parts.Select(part => $"{Path.GetFileName(part.Path)} {part.From}-{part.To}")) + (parts.Gap is null ? "" : ", gap");

    private void Write(string name, string text, int day)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc));
    }

    private void Move(string name, string to) => File.Move(Path.Combine(_folder, name), Path.Combine(_folder, to));

    private void Cut(string name, string text)
    {
        using var file = new FileStream(Path.Combine(_folder, name), FileMode.Open, FileAccess.Write);
        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(text));
    }

    private FileMark Mark(string name, int offset)
    {
        using var file = GrowingFile.Open(Path.Combine(_folder, name));
        var head = new byte[Math.Min(offset, FileIdentity.LongestHead)];
        file.ReadExactly(head);
        return new(FileIdentity.Of(file, head), offset);
    }
}
