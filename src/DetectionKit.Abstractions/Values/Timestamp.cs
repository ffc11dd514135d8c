using System.Globalization;

namespace DetectionKit.Abstractions.Values;

/// <summary>A moment: nanoseconds since 1970-01-01T00:00:00Z, as captures give it. SPL sees it as epoch seconds.</summary>
/// <param name="Nanoseconds">Nanoseconds since the epoch; negative before it.</param>
public readonly record struct Timestamp(long Nanoseconds) : IComparable<Timestamp>
{
    /// <summary>Nanoseconds in a second.</summary>
    public const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Epoch seconds, rounded to the microsecond (the finest step that a double near today still holds).</summary>
    public double Seconds => Math.Round(Nanoseconds / 1e3) / 1e6;

    /// <summary>The moment that lies <paramref name="seconds"/> after the epoch, to the microsecond.</summary>
    /// <param name="seconds">Epoch seconds.</param>
    public static Timestamp FromSeconds(double seconds) => new((long)Math.Round(seconds * 1e6) * 1000);

    /// <summary>The moment as UTC date and time (100 ns steps).</summary>
    public DateTime ToUtc() => DateTime.UnixEpoch.AddTicks(Nanoseconds / 100);

    /// <inheritdoc/>
    public int CompareTo(Timestamp other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Whether <paramref name="a"/> is earlier than <paramref name="b"/>.</summary>
    /// <param name="a">One moment.</param>
    /// <param name="b">The other.</param>
    public static bool operator <(Timestamp a, Timestamp b) => a.Nanoseconds < b.Nanoseconds;

    /// <summary>Whether <paramref name="a"/> is later than <paramref name="b"/>.</summary>
    /// <param name="a">One moment.</param>
    /// <param name="b">The other.</param>
    public static bool operator >(Timestamp a, Timestamp b) => a.Nanoseconds > b.Nanoseconds;

    /// <summary>Whether <paramref name="a"/> is not later than <paramref name="b"/>.</summary>
    /// <param name="a">One moment.</param>
    /// <param name="b">The other.</param>
    public static bool operator <=(Timestamp a, Timestamp b) => a.Nanoseconds <= b.Nanoseconds;

    /// <summary>Whether <paramref name="a"/> is not earlier than <paramref name="b"/>.</summary>
    /// <param name="a">One moment.</param>
    /// <param name="b">The other.</param>
    public static bool operator >=(Timestamp a, Timestamp b) => a.Nanoseconds >= b.Nanoseconds;

    /// <inheritdoc/>
    public override string ToString() => Seconds.ToString(CultureInfo.InvariantCulture);
}
