namespace DetectionKit.Engine.Aggregates;

/// <summary>
/// A sum of doubles that is rounded once, at the end, so that it does not depend on the order of its terms.
/// Kept as partial sums that do not overlap (Shewchuk, Adaptive Precision Floating-Point Arithmetic, 1997, section 2.4).
/// </summary>
internal sealed class ExactSum
{
    private readonly List<double> _partials = [];

    /// <summary>Whether every term and the sum are finite: then a term's opposite takes it back.</summary>
    public bool IsFinite => _partials.TrueForAll(double.IsFinite);

    public void Add(double term)
    {
        var kept = 0;
        for (var i = 0; i < _partials.Count; i++)
        {
            var (high, low) = TwoSum(term, _partials[i]);
            if (low != 0)
                _partials[kept++] = low;
            term = high;
        }

        _partials.RemoveRange(kept, _partials.Count - kept);
        _partials.Add(term);
    }

    /// <summary>Adds the product of two numbers, rounding nothing.</summary>
    public void AddProduct(double a, double b)
    {
        var high = a * b;
        Add(high);
        Add(Math.FusedMultiplyAdd(a, b, -high));
    }

    /// <summary>Adds the product of two sums, with the given sign.</summary>
    public void AddProduct(ExactSum a, ExactSum b, int sign)
    {
        foreach (var x in a._partials)
        {
            foreach (var y in b._partials)
                AddProduct(sign * x, y);
        }
    }

    /// <summary>The sum, rounded to nearest, ties to even: it depends on the exact sum alone. Not finite where a term or the sum was too large.</summary>
    public double Round()
    {
        var left = _partials.Count;
        if (left == 0)
            return 0;
        var high = _partials[--left];
        if (!double.IsFinite(high))
            return high;
        var low = 0.0;
        while (left > 0 && low == 0)
            (high, low) = TwoSum(high, _partials[--left]);

        // What is left below a tie decides to which side the tie goes.
        if (left > 0 && Math.Sign(low) == Math.Sign(_partials[left - 1]) && low != 0)
        {
            var twice = low * 2;
            var up = high + twice;
            if (up - high == twice)
                return up;
        }

        return high;
    }

    public ExactSum Copy()
    {
        var copy = new ExactSum();
        copy._partials.AddRange(_partials);
        return copy;
    }

    private static (double High, double Low) TwoSum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, a - (sum - part) + (b - part));
    }
}
