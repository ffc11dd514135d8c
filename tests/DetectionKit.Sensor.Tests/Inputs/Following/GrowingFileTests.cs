using System.Text;
using DetectionKit.Sensor.Inputs.Following;

namespace DetectionKit.Sensor.Tests.Inputs.Following;

public sealed class GrowingFileTests
{
    private string _path = "";

    [SetUp]
    public void MakeFile()
    {
        _path = Path.Combine(Directory.CreateTempSubdirectory("dk-follow-").FullName, "a.log");
        File.WriteAllText(_path, "one\n");
    }

    [TearDown]
    public void RemoveFile() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Test]
    public void What_is_there_comes_then_a_pause_then_what_is_added()
    {
        var added = false;
        using var file = Open(paused =>
        {
            if (paused.Offset == 0 || added)
                return;
            added = true;
            File.AppendAllText(_path, "two\n");
        });
        Assert.That(Read(file), Is.EqualTo("one\n"));
        Assert.That(Read(file), Is.Empty);
        Assert.That(Read(file), Is.EqualTo("two\n"));
    }

    [Test]
    public void A_file_that_is_longer_than_what_is_looked_at_first_is_followed_without_a_pause()
    {
        File.WriteAllText(_path, new string('x', 1 << 16));
        var added = false;
        using var file = Open(_ =>
        {
            if (!added && new FileInfo(_path).Length == 1 << 16)
                File.AppendAllText(_path, "more\n");
            added = true;
        });
        var all = new byte[(1 << 16) + 5];
        file.ReadExactly(all);
        Assert.That(Encoding.ASCII.GetString(all.AsSpan(1 << 16)), Is.EqualTo("more\n"));
    }

    [Test]
    public void A_rotated_file_is_read_to_its_end_and_ends()
    {
        using var file = Open(_ => { });
        Read(file);
        Read(file);
        File.AppendAllText(_path, "late\n");
        File.Move(_path, _path + ".1");
        File.WriteAllText(_path, "new file\n");
        Assert.That(Read(file), Is.EqualTo("late\n"));
        Assert.That(Read(file), Is.Empty);
        Assert.That(file.IsRotated, Is.True);
    }

    [TestCase("")]
    [TestCase("other and longer\n", TestName = "A_file_that_was_cut_and_written_anew_ends")]
    public void A_file_that_became_shorter_ends(string text)
    {
        using var file = Open(_ => { });
        Read(file);
        Read(file);
        using (var cut = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            cut.SetLength(0);
            cut.Write(Encoding.ASCII.GetBytes(text));
        }

        Assert.That(Read(file), Is.Empty);
        Assert.That(file.IsRotated, Is.False);
    }

    [Test]
    public void At_the_end_of_the_sensor_the_stream_ends_and_a_line_that_is_cut_does_not_count()
    {
        File.WriteAllText(_path, "one\ntw");
        using var ending = new CancellationTokenSource();
        using var file = new GrowingFile(new(_path, 0, null), paused => ending.CancelAfter(paused.Offset > 0 ? 0 : -1), ending.Token);
        Assert.That(Read(file), Is.EqualTo("one\ntw"));
        Read(file);
        Assert.That(Read(file), Is.Empty);
        Assert.That((file.IsSilent, file.Offset), Is.EqualTo((true, 4L)));
    }

    [Test]
    public void What_was_read_before_is_silent_and_a_part_ends()
    {
        File.WriteAllText(_path, "one\ntwo\nthree\nfour\n");
        using var file = new GrowingFile(new(_path, 8, 14), _ => { }, CancellationToken.None);
        Assert.That((Read(file), file.IsSilent), Is.EqualTo(("one\ntwo\n", true)));
        Assert.That((Read(file), file.IsSilent), Is.EqualTo(("", true)), "this is all there is to look at");
        Assert.That((Read(file), file.IsSilent, file.Offset), Is.EqualTo(("three\n", false, 8L)));
        Assert.That((Read(file), file.Offset), Is.EqualTo(("", 14L)));
    }

    private GrowingFile Open(Action<GrowingFile> progress) => new(new(_path, 0, null), progress, CancellationToken.None);

    private static string Read(GrowingFile file)
    {
        Span<byte> buffer = stackalloc byte[100];
        return Encoding.ASCII.GetString(buffer[..file.Read(buffer)]);
    }
}
