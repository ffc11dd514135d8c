using System.Text;
using DetectionKit.Sensor.Inputs;

namespace DetectionKit.Sensor.Tests.Inputs;

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
        using var file = new GrowingFile(_path, () => File.AppendAllText(_path, "two\n"), CancellationToken.None);
        Assert.That(Read(file), Is.EqualTo("one\n"));
        Assert.That(Read(file), Is.Empty);
        Assert.That(Read(file), Is.EqualTo("two\n"));
    }

    [Test]
    public void A_rotated_file_is_read_to_its_end_and_ends()
    {
        using var file = new GrowingFile(_path, () => { }, CancellationToken.None);
        Read(file);
        Read(file);
        File.AppendAllText(_path, "late\n");
        File.Move(_path, _path + ".1");
        File.WriteAllText(_path, "new file\n");
        Assert.That(Read(file), Is.EqualTo("late\n"));
        Assert.That(Read(file), Is.Empty);
    }

    [Test]
    public void A_file_that_became_shorter_ends()
    {
        using var file = new GrowingFile(_path, () => { }, CancellationToken.None);
        Read(file);
        Read(file);
        using (var cut = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            cut.SetLength(0);
        Assert.That(Read(file), Is.Empty);
    }

    [Test]
    public void At_the_end_of_the_sensor_the_stream_ends()
    {
        using var ending = new CancellationTokenSource();
        using var file = new GrowingFile(_path, ending.Cancel, ending.Token);
        Assert.That(Read(file), Is.EqualTo("one\n"));
        Read(file);
        Assert.That(Read(file), Is.Empty);
    }

    private static string Read(GrowingFile file)
    {
        Span<byte> buffer = stackalloc byte[100];
        return Encoding.ASCII.GetString(buffer[..file.Read(buffer)]);
    }
}
