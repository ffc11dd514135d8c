using System.Runtime.InteropServices;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Hosting;
using DetectionKit.Sensor.Observing;

var log = SensorLog.Open();
var file = args is ["--config", var path, ..] ? path : "sensor.json";
var (configuration, problems) = ConfigurationReader.Read(File.ReadAllBytes(file));
foreach (var problem in problems)
    log.Fail(problem.Render(file));
if (!problems.IsEmpty)
    return 2;
using var ending = new CancellationTokenSource();
void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    ending.Cancel();
}

using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var sensor = new Sensor(configuration, log);
return sensor.Run(ending.Token);
