using System.Runtime.InteropServices;

namespace DetectionKit.Traffic.Capture.Live;

/// <summary>Classic BPF programs (Documentation/networking/filter.rst) that a packet socket takes: for its snap length, and for the spreading of packets over a group.</summary>
internal static class SocketFilter
{
    /// <summary>How much <see cref="OnlyNameGroups"/> takes of a packet.</summary>
    public const int LongestOfGroups = 2048;

    private const int SolSocket = 1;
    private const int SoAttachFilter = 26;

    // linux/filter.h: loads at these offsets read what the kernel knows of the packet, and its network header.
    private const uint Protocol = 0xFFFF_F000; // SKF_AD_OFF + SKF_AD_PROTOCOL
    private const uint Network = 0xFFF0_0000; // SKF_NET_OFF

    private const ushort LoadWord = 0x20; // BPF_LD | BPF_W | BPF_ABS
    private const ushort JumpIfEqual = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
    private const ushort ToX = 0x07; // BPF_MISC | BPF_TAX
    private const ushort XorX = 0xAC; // BPF_ALU | BPF_XOR | BPF_X
    private const ushort Multiply = 0x24; // BPF_ALU | BPF_MUL | BPF_K
    private const ushort ShiftRight = 0x74; // BPF_ALU | BPF_RSH | BPF_K
    private const ushort Return = 0x06; // BPF_RET | BPF_K
    private const ushort ReturnA = 0x16; // BPF_RET | BPF_A

    /// <summary>Takes so many bytes of each packet: a filter of one instruction.</summary>
    public static void Limit(PacketSocket socket, int snapLength) => Set(socket, SolSocket, SoAttachFilter, [new() { Code = Return, K = (uint)snapLength }], "setsockopt(SO_ATTACH_FILTER)");

    /// <summary>
    /// Has a group's packets spread by the two addresses, whatever the ports: a connection that another one announces, as FTP's and SIP's are, lies with it, and so
    /// do the fragments of a packet. Both directions give the same number, since it is made of both addresses alike. What is not IP goes to the first.
    /// </summary>
    public static void SpreadByAddresses(PacketSocket socket)
    {
        FilterInstruction[] four = [.. Words(12, 2), .. Finish];
        FilterInstruction[] six = [.. Words(8, 8), .. Finish];
        Set(socket, PacketSocket.SolPacket, PacketSocket.PacketFanoutData,
        [
            new() { Code = LoadWord, K = Protocol },
            new() { Code = JumpIfEqual, K = 0x0800, JumpTrue = 2 },
            new() { Code = JumpIfEqual, K = 0x86DD, JumpTrue = (byte)(1 + four.Length) },
            new() { Code = Return },
            .. four,
            .. six,
        ], "setsockopt(PACKET_FANOUT_DATA)");
    }

    /// <summary>Takes what goes to the groups of multicast DNS and LLMNR: 224.0.0.251 and .252, ff02::fb and ff02::1:3.</summary>
    public static void OnlyNameGroups(PacketSocket socket) => Set(socket, SolSocket, SoAttachFilter,
    [
        new() { Code = LoadWord, K = Protocol },
        new() { Code = JumpIfEqual, K = 0x0800, JumpTrue = 1 },
        new() { Code = JumpIfEqual, K = 0x86DD, JumpTrue = 3, JumpFalse = 8 },
        new() { Code = LoadWord, K = Network + 16 },
        new() { Code = JumpIfEqual, K = 0xE000_00FB, JumpTrue = 7 },
        new() { Code = JumpIfEqual, K = 0xE000_00FC, JumpTrue = 6, JumpFalse = 5 },
        new() { Code = LoadWord, K = Network + 24 },
        new() { Code = JumpIfEqual, K = 0xFF02_0000, JumpFalse = 3 },
        new() { Code = LoadWord, K = Network + 36 },
        new() { Code = JumpIfEqual, K = 0x0000_00FB, JumpTrue = 2 },
        new() { Code = JumpIfEqual, K = 0x0001_0003, JumpTrue = 1 },
        new() { Code = Return },
        new() { Code = Return, K = LongestOfGroups },
    ], "setsockopt(SO_ATTACH_FILTER)");

    private static FilterInstruction[] Finish => [new() { Code = Multiply, K = 0x9E37_79B1 }, new() { Code = ShiftRight, K = 16 }, new() { Code = ReturnA }];

    // Words of the network header, one xor the other.
    private static IEnumerable<FilterInstruction> Words(uint from, int count)
    {
        yield return new() { Code = LoadWord, K = Network + from };
        for (var i = 1U; i < count; i++)
        {
            yield return new() { Code = ToX };
            yield return new() { Code = LoadWord, K = Network + from + (4 * i) };
            yield return new() { Code = XorX };
        }
    }

    private static unsafe void Set(PacketSocket socket, int level, int option, FilterInstruction[] instructions, string call)
    {
        fixed (FilterInstruction* first = instructions)
        {
            var program = new FilterProgram { Length = (ushort)instructions.Length, Instructions = first };
            socket.Set(level, option, in program, call);
        }
    }

    /// <summary><c>struct sock_filter</c></summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct FilterInstruction
    {
        public ushort Code;
        public byte JumpTrue;
        public byte JumpFalse;
        public uint K;
    }

    /// <summary><c>struct sock_fprog</c></summary>
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct FilterProgram
    {
        public ushort Length;
        public FilterInstruction* Instructions;
    }
}
