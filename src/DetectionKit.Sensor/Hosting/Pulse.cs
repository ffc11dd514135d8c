using System.Collections.Immutable;
using DetectionKit.Sensor.Inputs;

namespace DetectionKit.Sensor.Hosting;

/// <summary>Tells the service manager that the sensor lives, as long as every input's thread goes on.</summary>
internal sealed class Pulse(ImmutableArray<ISensorInput> inputs, ServiceManager manager)
{
    private readonly long[] _beats = new long[inputs.Length];
    private DateTime _last = DateTime.UtcNow;

    public void Beat(ImmutableArray<Thread> threads)
    {
        if (manager.WatchdogInterval is not { } interval || DateTime.UtcNow - _last < interval)
            return;
        _last = DateTime.UtcNow;
        var alive = true;
        for (var i = 0; i < inputs.Length; i++)
        {
            // A pipe may be silent for long; only rings and logs must go round.
            alive &= !threads[i].IsAlive || inputs[i].Beats != _beats[i] || inputs[i] is CaptureInput;
            _beats[i] = inputs[i].Beats;
        }

        if (alive)
            manager.Alive();
    }
}
