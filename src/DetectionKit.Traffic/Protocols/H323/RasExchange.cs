namespace DetectionKit.Traffic.Protocols.H323;

/// <summary>
/// Requests and answers of RAS (H.225.0, RasMessage in packed encoding): the alternative's number in five bits, presence bits, and the request's number on
/// the next whole byte.
/// </summary>
internal static class RasExchange
{
    /// <summary>Whether a datagram confirms or rejects the request that the other side sent.</summary>
    public static bool Answers(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> request)
    {
        if (answer.Length < 3 || request.Length < 6)
            return false;
        int asked = request[0] >> 2, answered = answer[0] >> 2;
        // To leave, to call, for bandwidth, to hang up, for a location: request, confirm, reject; for a state: request and response.
        var pairs = asked is 6 or 9 or 12 or 15 or 18 ? answered - asked is 1 or 2 : asked == 21 && answered == 22;
        return pairs && Number(request, asked) is > 0 and var number && number == Number(answer, answered);
    }

    private static int Number(ReadOnlySpan<byte> bytes, int alternative)
    {
        var at = alternative is 6 or 9 or 10 or 18 or 21 or 22 ? 2 : 1;
        return at + 2 <= bytes.Length ? bytes[at] << 8 | bytes[at + 1] : -1;
    }
}
