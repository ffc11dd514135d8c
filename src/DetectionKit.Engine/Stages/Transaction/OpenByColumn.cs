namespace DetectionKit.Engine.Stages.Transaction;

/// <summary>The open transactions by what they hold in one column.</summary>
internal sealed class OpenByColumn
{
    private readonly Dictionary<string, HashSet<OpenTransaction>> _holding = new(StringComparer.Ordinal);
    private HashSet<OpenTransaction> _lacking = [];

    /// <summary>Those that hold nothing there yet.</summary>
    public IReadOnlyCollection<OpenTransaction> Lacking => _lacking;

    /// <summary>Those that hold a text there.</summary>
    public IReadOnlyCollection<OpenTransaction> Holding(string text) => _holding.TryGetValue(text, out var holding) ? holding : [];

    /// <summary>A transaction begins, without a text.</summary>
    public void Begin(OpenTransaction transaction) => _lacking.Add(transaction);

    /// <summary>A transaction holds a text from now on.</summary>
    public void Hold(OpenTransaction transaction, string text)
    {
        if (!_lacking.Remove(transaction))
            return;
        if (!_holding.TryGetValue(text, out var holding))
            _holding.Add(text, holding = []);
        holding.Add(transaction);
    }

    /// <summary>A transaction is open no longer.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="text">What it holds, or null.</param>
    public void Close(OpenTransaction transaction, string? text)
    {
        if (text is null)
        {
            // A set that was large is slow to go through for good.
            if (_lacking.Remove(transaction) && _lacking.Count == 0)
                _lacking = [];
        }
        else if (_holding.TryGetValue(text, out var holding) && holding.Remove(transaction) && holding.Count == 0)
        {
            _holding.Remove(text);
        }
    }
}
