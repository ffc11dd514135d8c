using DetectionKit.Sensor.Hosting;

namespace DetectionKit.Sensor.Rules;

/// <summary>
/// Looks for a new bundle now and then, and at once where it is asked to. It works on a thread of its own that gives way to all others: verifying and compiling
/// an image takes longer than a ring may wait, and here nobody waits for it. What is ready is put in place by who calls <see cref="Turn"/>.
/// </summary>
internal sealed class BundleWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly BundleKeeper _keeper;
    private readonly Thread _thread;
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly AutoResetEvent _taken = new(initialState: false);
    private readonly AutoResetEvent _turned = new(initialState: false);
    private volatile bool _asked;
    private volatile bool _ending;
    private volatile bool _answered;
    private LoadedBundle? _ready;

    public BundleWatch(BundleKeeper keeper)
    {
        _keeper = keeper;
        _thread = new Thread(Work) { Name = "bundles", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Set where something is to be done by <see cref="Turn"/>.</summary>
    public WaitHandle Signal => _turned;

    /// <summary>Asks to read the bundle and the keys again.</summary>
    public void Ask()
    {
        _asked = true;
        _wake.Set();
    }

    /// <summary>Installs what is ready.</summary>
    /// <returns>Whether a bundle that was asked for has been read, whatever came of it.</returns>
    public bool Turn()
    {
        if (Interlocked.Exchange(ref _ready, null) is { } ready)
        {
            _keeper.Install(ready);
            _taken.Set();
        }

        var answered = _answered;
        _answered = false;
        return answered;
    }

    public void Dispose()
    {
        _ending = true;
        _wake.Set();
        _taken.Set();
        _thread.Join();
        _ready?.Dispose();
        _wake.Dispose();
        _taken.Dispose();
        _turned.Dispose();
    }

    private void Work()
    {
        Niceness.GiveWay();
        while (!_ending)
        {
            _wake.WaitOne(Pause);
            var asked = _asked;
            _asked = false;
            if (_ending)
                return;
            Look(asked);
            if (asked)
            {
                _answered = true;
                _turned.Set();
            }
        }
    }

    // What was prepared must not be on this thread's stack while it waits for the next one, or its image would stay.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private void Look(bool asked)
    {
        if (!TryPrepare(asked))
            return;
        _turned.Set();
        _taken.WaitOne();
        _keeper.Collect();
    }

    private bool TryPrepare(bool asked)
    {
        var ready = _keeper.Prepare(asked);
        Volatile.Write(ref _ready, ready);
        return ready is not null;
    }
}
