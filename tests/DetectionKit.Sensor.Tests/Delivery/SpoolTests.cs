using System.Globalization;
using System.Text;
using DetectionKit.Sensor.Delivery.Spooling;

namespace DetectionKit.Sensor.Tests.Delivery;

public sealed class SpoolTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("dk-spool-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_reader_that_keeps_up_with_the_writer_misses_nothing_where_segments_end()
    {
        const int records = 4_000;
        using var spool = new Spool(Path.Combine(_folder, "race"), new SpoolOptions(1 << 30, 1, SpoolSync.Never));
        var writer = new Thread(() =>
        {
            for (var i = 1; i <= records; i++)
                spool.Append([(i, Encoding.UTF8.GetBytes($"{i}"))]);
        });
        writer.Start();
        var read = new List<string>();
        while (writer.IsAlive || spool.Depth > 0)
        {
            var some = spool.Peek(100);
            read.AddRange(some.Select(Encoding.UTF8.GetString));
            spool.Acknowledge(some.Count);
            if (some.Count == 0 && !writer.IsAlive && spool.Peek(1).Count == 0)
                break;
        }

        Assert.That(read, Is.EqualTo(Enumerable.Range(1, records).Select(i => $"{i}")));
        Assert.That(spool.Skipped, Is.Zero);
    }

    [Test]
    public void Records_come_in_their_order_and_again_until_they_are_acknowledged()
    {
        using var spool = Open();
        Append(spool, 0, 5);
        Assert.That(Take(spool, 3, acknowledge: false), Is.EqualTo(new[] { "0", "1", "2" }));
        Assert.That(Take(spool, 3, acknowledge: true), Is.EqualTo(new[] { "0", "1", "2" }));
        Assert.That(Take(spool, 9, acknowledge: true), Is.EqualTo(new[] { "3", "4" }));
        Assert.That(spool.Depth, Is.Zero);
        Append(spool, 5, 6);
        Assert.That(Take(spool, 9, acknowledge: true), Is.EqualTo(new[] { "5" }));
    }

    [Test]
    public void What_was_not_acknowledged_is_there_after_a_restart_and_the_rest_is_not()
    {
        using (var spool = Open())
        {
            Append(spool, 0, 100);
            Take(spool, 40, acknowledge: true);
        }

        using var again = Open();
        Assert.That(again.Depth, Is.EqualTo(60));
        Append(again, 100, 110);
        Assert.That(All(again), Is.EqualTo(Numbers(40, 110)));
    }

    [Test]
    public void Segments_that_are_delivered_go_from_disk()
    {
        using var spool = Open(segment: 200);
        Append(spool, 0, 1000);
        Assert.That(Directory.GetFiles(_folder, "*.seg"), Has.Length.GreaterThan(20));
        Assert.That(All(spool), Is.EqualTo(Numbers(0, 1000)));
        Append(spool, 1000, 1001);
        Assert.That(All(spool), Is.EqualTo(Numbers(1000, 1001)));
        Assert.That(Directory.GetFiles(_folder, "*.seg"), Has.Length.LessThanOrEqualTo(2));
    }

    [Test]
    public void What_finds_no_room_is_refused_and_counted_and_there_is_room_again_behind_a_delivery()
    {
        using var spool = Open(most: 1200, segment: 240);
        var accepted = Append(spool, 0, 100);
        Assert.That(accepted, Is.InRange(40, 60));
        Assert.That(spool.Refused, Is.EqualTo(100 - accepted));
        Assert.That(spool.Refusal, Does.Contain("no room"));
        All(spool);
        Append(spool, 100, 101);
        Assert.That(All(spool), Is.Not.Empty);
    }

    [Test]
    public void A_write_that_a_crash_cut_costs_that_record_alone([Values(1, 4, 8, 9, 11)] int cut)
    {
        using (var spool = Open())
            Append(spool, 100, 110);
        var segment = Directory.GetFiles(_folder, "*.seg").Single();
        using (var file = new FileStream(segment, FileMode.Open))
            file.SetLength(file.Length - cut);
        using var again = Open();
        Append(again, 110, 112);
        Assert.That(All(again), Is.EqualTo(Numbers(100, 109).Concat(Numbers(110, 112))));
    }

    [Test]
    public void A_record_that_was_damaged_on_disk_is_not_given()
    {
        using (var spool = Open())
            Append(spool, 100, 110);
        var segment = Directory.GetFiles(_folder, "*.seg").Single();
        var bytes = File.ReadAllBytes(segment);
        bytes[^1] ^= 1;
        File.WriteAllBytes(segment, bytes);
        using var again = Open();
        Assert.That(All(again), Is.EqualTo(Numbers(100, 109)));
    }

    [Test]
    public void Damage_costs_the_damaged_records_alone_wherever_it_is([Range(1, 60)] int seed)
    {
        const int count = 300;
        using (var spool = Open(segment: 2000))
            spool.Append([.. Enumerable.Range(0, count).Select(i => (i + 1L, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes($"{i} {new string('\u00fc', i % 40)}")))]);
        var random = new Random(seed);
        var lost = new HashSet<int>();
        var number = 0;
        foreach (var segment in Directory.GetFiles(_folder, "*.seg").Order(StringComparer.Ordinal))
        {
            var records = Records(File.ReadAllBytes(segment));
            for (var hits = random.Next(0, 4); hits > 0; hits--)
            {
                var hit = random.Next(records.Count);
                lost.Add(number + hit);
                records[hit] = Damaged(records[hit], random);
            }

            number += records.Count;
            File.WriteAllBytes(segment, [.. records.SelectMany(record => record)]);
        }

        using var again = Open(segment: 2000);
        Assert.That(again.Depth, Is.EqualTo(count - lost.Count));
        Append(again, count, count + 1);
        Assert.That(All(again).Select(text => int.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture)), Is.EqualTo(Enumerable.Range(0, count + 1).Except(lost)));
        Assert.That(again.Depth, Is.Zero);
    }

    [Test]
    public void What_was_passed_over_is_counted()
    {
        using (var spool = Open())
            Append(spool, 100, 110);
        var segment = Directory.GetFiles(_folder, "*.seg").Single();
        var bytes = File.ReadAllBytes(segment);
        bytes[30] ^= 1;
        File.WriteAllBytes(segment, bytes);
        using var again = Open();
        Assert.That(All(again), Is.EqualTo(Numbers(100, 101).Concat(Numbers(102, 110))));
        Assert.That(again.Skipped, Is.EqualTo(SegmentFormat.HeaderBytes + 3));
    }

    [Test]
    public void The_highest_number_outlives_delivery_and_restart()
    {
        using (var spool = Open(segment: 100))
        {
            Append(spool, 0, 50);
            All(spool);
            Assert.That(spool.LastSequence, Is.EqualTo(50));
        }

        using (var again = Open(segment: 100))
            Assert.That(again.LastSequence, Is.EqualTo(50));
        foreach (var segment in Directory.GetFiles(_folder, "*.seg"))
            File.Delete(segment);
        using var bare = Open(segment: 100);
        Assert.That(bare.LastSequence, Is.EqualTo(50));
    }

    [Test]
    public void Whatever_is_in_the_folder_a_spool_opens([Values("", "x", "99999 5 0\n", "1 999999 3\n", "-3 -4 -5\n", "1 7 3\n")] string mark)
    {
        using (var spool = Open(segment: 50))
            Append(spool, 0, 30);
        File.WriteAllText(Path.Combine(_folder, "delivered"), mark);
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "?");
        File.WriteAllText(Path.Combine(_folder, "x.seg"), "?");
        using var again = Open();
        Assert.That(All(again), Is.SubsetOf(Numbers(0, 30)).And.Not.Empty, "a mark that cannot be right is none");
        Append(again, 50, 51);
        Assert.That(All(again), Is.EqualTo(Numbers(50, 51)));
    }

    [Test]
    public void A_reader_beside_the_writer_misses_nothing()
    {
        using var spool = Open(segment: 5000);
        const int count = 20_000;
        var writer = new Thread(() =>
        {
            for (var i = 0; i < count; i += 50)
                Append(spool, i, i + 50);
        });
        writer.Start();
        var read = new List<string>();
        var end = DateTime.UtcNow.AddSeconds(60);
        while (read.Count < count && DateTime.UtcNow < end)
        {
            spool.WaitForArrival(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            read.AddRange(Take(spool, 64, acknowledge: true));
        }

        writer.Join();
        Assert.That(read, Is.EqualTo(Numbers(0, count)));
    }

    [Test]
    public void A_full_disk_refuses_records_and_keeps_nothing_of_them_and_takes_more_once_there_is_room()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || Mount("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", _folder) != 0)
            Assert.Ignore("skipped: a small disk needs Linux and root");
        try
        {
            using var spool = new Spool(_folder, new SpoolOptions(1 << 30, 1 << 14, SpoolSync.Always));
            var accepted = Enumerable.Range(0, 40).Where(i => spool.Append([(i + 1, Large(i))]) == 1).ToList();
            Assert.That((accepted.Count, spool.Refused, spool.Depth), Is.EqualTo((accepted.Count, 40 - accepted.Count, accepted.Count)));
            Assert.That(accepted, Has.Count.InRange(10, 21));
            Assert.That(Directory.GetFiles(_folder, "*.seg").Sum(file => new FileInfo(file).Length), Is.EqualTo(accepted.Count * (3000 + SegmentFormat.HeaderBytes)), "whole records alone");
            var given = Take(spool, 12, acknowledge: true);
            spool.Peek(1);
            accepted.AddRange(Enumerable.Range(40, 3).Where(i => spool.Append([(i + 1, Large(i))]) == 1));
            given.AddRange(All(spool));
            Assert.That(given.Select(text => int.Parse(text.Trim(), CultureInfo.InvariantCulture)), Is.EqualTo(accepted));
            Assert.That(accepted, Has.Some.GreaterThanOrEqualTo(40));
        }
        finally
        {
            Mount("umount", _folder);
        }
    }

    private static List<byte[]> Records(byte[] segment)
    {
        var records = new List<byte[]>();
        for (var at = 0; at < segment.Length;)
        {
            var length = SegmentFormat.HeaderBytes + BitConverter.ToInt32(segment, at + 4);
            records.Add(segment[at..(at + length)]);
            at += length;
        }

        return records;
    }

    // Bits turned, bytes gone, bytes come in, all of it zero, or doubled in part.
    private static byte[] Damaged(byte[] record, Random random)
    {
        var bytes = record.ToList();
        var at = random.Next(bytes.Count);
        var length = random.Next(1, bytes.Count - at + 1);
        switch (random.Next(5))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at == 0 ? 1 : at, Enumerable.Range(0, random.Next(1, 70_000)).Select(_ => (byte)random.Next(256)));
                break;
            case 3:
                bytes = [.. new byte[record.Length]];
                break;
            default:
                bytes.InsertRange(random.Next(SegmentFormat.Mark.Length + 1, bytes.Count), SegmentFormat.Mark.ToArray());
                break;
        }

        return [.. bytes];
    }

    private static ReadOnlyMemory<byte> Large(int number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture).PadLeft(3000));

    private static int Mount(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }

    private Spool Open(long most = 1 << 20, long segment = 1 << 16) => new(_folder, new SpoolOptions(most, segment, SpoolSync.Never));

    private static int Append(Spool spool, int from, int to) => spool.Append([.. Numbers(from, to).Select((text, i) => (from + i + 1L, new ReadOnlyMemory<byte>(Encoding.ASCII.GetBytes(text))))]);

    private static IEnumerable<string> Numbers(int from, int to) => Enumerable.Range(from, to - from).Select(i => i.ToString(CultureInfo.InvariantCulture));

    private static List<string> Take(Spool spool, int most, bool acknowledge)
    {
        var records = spool.Peek(most);
        if (acknowledge)
            spool.Acknowledge(records.Count);
        return [.. records.Select(Encoding.ASCII.GetString)];
    }

    private static List<string> All(Spool spool)
    {
        var all = new List<string>();
        while (Take(spool, 7, acknowledge: true) is { Count: > 0 } some)
            all.AddRange(some);
        return all;
    }
}
