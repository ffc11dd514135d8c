using DetectionKit.Sensor.Hosting;
using DetectionKit.Sensor.Observing;

return SensorCommand.Run(args, SensorLog.Open());
