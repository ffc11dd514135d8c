using System.Buffers.Binary;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>
/// Reads DNS for its queries and answers: one event for each query with its answer, a query that nobody answers within a time, and an answer
/// whose query was not seen. A query and its answer share number and question (RFC 5452 section 9.1); the queries kept are bounded.
/// </summary>
/// <param name="dialect">Which of the protocols that share the message.</param>
internal sealed class DnsFollower(DnsDialect dialect) : Follower
{
    private const int MostPending = 256;
    private const long Patience = 30_000_000_000;

    /// <summary>A longer message is read as far as this, and the rest is passed over: a side may leave 8 KiB.</summary>
    private const int MostBuffered = 4096;

    private readonly List<DnsPending> _pending = [];
    private readonly bool[] _lost = new bool[2];

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        if (said.Carrier != Carrier.Tcp)
        {
            Take(said.Bytes, said.Time, notes);
            return said.Bytes.Length;
        }

        return ReadStream(in said, notes);
    }

    /// <inheritdoc/>
    public override void Finish(FlowNotes notes)
    {
        foreach (var query in _pending)
            notes.Event(DnsEvents.Of(query, null, notes.Ends, dialect));
        _pending.Clear();
    }

    /// <summary>In a stream each message comes behind its length (RFC 7766 section 8).</summary>
    private long ReadStream(in FollowedBytes said, FlowNotes notes)
    {
        ref var lost = ref _lost[said.FromOriginator ? 0 : 1];
        lost |= said.AfterGap;
        var bytes = said.Bytes;
        if (bytes.Length < 2 + DnsWalk.HeaderLength)
            return lost ? bytes.Length : 0;
        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (lost || length < DnsWalk.HeaderLength)
        {
            // A segment mostly begins with a message: where this one does, reading goes on.
            lost = !DnsWalk.Walk(bytes[2..Math.Min(bytes.Length, 2 + length)], length).Fits;
            if (lost)
                return bytes.Length;
        }

        if (bytes.Length < 2 + length && bytes.Length < MostBuffered)
            return 0;
        Take(bytes[2..Math.Min(bytes.Length, 2 + length)], said.Time, notes);
        return 2 + length;
    }

    private void Take(ReadOnlySpan<byte> bytes, long time, FlowNotes notes)
    {
        Expire(time - Patience, notes);
        if (!notes.Wants(NetworkResolution.Model.Name) || DnsMessage.Read(bytes, dialect.NetBios) is not { } message)
            return;
        if (!message.IsResponse)
            TakeQuery(message, time, notes);
        else
            TakeResponse(message, time, notes);
    }

    private void TakeQuery(DnsMessage message, long time, FlowNotes notes)
    {
        if (dialect.IsGroupwise)
        {
            // Many answer, to the group or on other flows.
            foreach (var question in message.Questions)
                notes.Event(DnsEvents.Of(new(message, question, time), null, notes.Ends, dialect));
            return;
        }

        if (_pending.Count == MostPending)
            GiveUp(0, notes);
        _pending.Add(new(message, message.Questions.Count > 0 ? message.Questions[0] : default, time));
    }

    private void TakeResponse(DnsMessage message, long time, FlowNotes notes)
    {
        var found = _pending.FindIndex(query => query.IsAnsweredBy(message));
        var answered = found < 0 ? (DnsPending?)null : _pending[found];
        if (found >= 0)
            _pending.RemoveAt(found);
        notes.Event(DnsEvents.Of(answered, new(message, message.Questions.Count > 0 ? message.Questions[0] : default, time), notes.Ends, dialect));
    }

    private void Expire(long before, FlowNotes notes)
    {
        while (_pending.Count > 0 && _pending[0].Time < before)
            GiveUp(0, notes);
    }

    private void GiveUp(int index, FlowNotes notes)
    {
        notes.Event(DnsEvents.Of(_pending[index], null, notes.Ends, dialect));
        _pending.RemoveAt(index);
    }
}

/// <summary>A message and when it came.</summary>
/// <param name="Message">The message.</param>
/// <param name="Question">The question that matters.</param>
/// <param name="Time">Nanoseconds since the epoch.</param>
internal readonly record struct DnsPending(DnsMessage Message, DnsQuestion Question, long Time)
{
    /// <summary>Whether a response answers this query: its number, and its question where it repeats one; letters' case may differ.</summary>
    public bool IsAnsweredBy(DnsMessage response) =>
        response.Id == Message.Id && response.Operation == Message.Operation
        && (response.Questions.Count == 0 || Question.Name is null
            || (string.Equals(response.Questions[0].Name, Question.Name, StringComparison.OrdinalIgnoreCase) && string.Equals(response.Questions[0].Type, Question.Type, StringComparison.Ordinal)));
}
