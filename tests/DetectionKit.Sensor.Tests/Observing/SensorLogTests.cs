using System.Text;
using DetectionKit.Sensor.Hosting;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Tests.Observing;

/// <summary>What the sensor says must not end what it does.</summary>
[NonParallelizable]
public sealed class SensorLogTests
{
    [Test]
    public void A_log_whose_disk_is_full_loses_lines_and_counts_them()
    {
        var log = new SensorLog(new FullDisk(), journal: false);
        log.Say("a");
        log.Warn("b");
        Assert.That(log.Lost, Is.EqualTo(2));
    }

    [Test]
    public void Help_that_cannot_be_written_is_an_exit_code()
    {
        var (output, error) = (Console.Out, Console.Error);
        try
        {
            Console.SetOut(new FullDisk());
            Console.SetError(new FullDisk());
            Assert.That(SensorCommand.Run(["--help"], Some.Silence), Is.EqualTo(2));
            Assert.That(SensorCommand.Run(["--nothing-of-the-kind"], Some.Silence), Is.EqualTo(2));
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private sealed class FullDisk : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device");
    }
}
