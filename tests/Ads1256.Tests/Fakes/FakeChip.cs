using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.Spi;

namespace Iot.Device.Ads1256.Tests.Fakes;

/// <summary>
/// Enough of an ADS1256 for the binding's tests, written from the data sheet: registers with reset values, commands, DRDY by
/// time. It is told which codes to give and which faults to have; it does not judge timing, it records it.
/// </summary>
sealed class FakeChip(VirtualClock clock) : ISpiTransport
{
    public const int DataReadyPin = 17, ResetPin = 18, SyncPin = 27;

    static readonly byte[] Defaults = [0x30, 0x01, 0x20, 0xF0, 0xE0, 0, 0, 0, 0x08, 0xAC, 0x44];

    readonly byte[] _registers = [.. Defaults];
    bool _isRead;
    bool _isContinuous;

    /// <summary>Frames as text: "51 00 01 FC (3125) 00"; an answer is in brackets.</summary>
    public List<string> Frames { get; } = [];

    public bool IsRecording { get; set; } = true;

    public Span<byte> Registers => _registers;

    /// <summary>The code of the next result; asked at the time of reading.</summary>
    public Func<byte, int> CodeOf { get; set; } = _ => 0x123456;

    /// <summary>Code of the result before the last restart, which a stale read would give.</summary>
    public int StaleCode { get; set; } = 0x0BAD00;

    /// <summary>OFC and FSC that the next calibration finds.</summary>
    public (int Offset, int FullScale) NextCalibration { get; set; } = (0, 0x3A99A0);

    public bool IsSilent { get; set; }

    /// <summary>How long DRDY still shows the old result after a restart.</summary>
    public long StaleNanoseconds { get; set; }

    /// <summary>How long the program is kept from running between its look at the clock and the frame that starts a conversion.</summary>
    public long StallNanoseconds { get; set; }

    /// <summary>How long the program is kept from running before it reads a result; one entry a reading.</summary>
    public Queue<long> ReadingStalls { get; } = [];

    public Func<long, long> Settling { get; set; } = nominal => nominal;

    public byte? BusReads { get; set; }

    public Exception? Throws { get; set; }

    /// <summary>Called once, after the next write.</summary>
    public Action? AfterWrite { get; set; }

    public long ReadyAt { get; private set; }

    public long StartedAt { get; private set; }

    public long ResetCommandAt { get; private set; }

    public bool IsDisposed { get; private set; }

    public int ClockFrequency { get; init; } = Ads1256.SpiClockFrequency;

    public PinValue DataReady
    {
        get
        {
            if (IsSilent)
            {
                return PinValue.High;
            }
            var now = clock.Nanoseconds;
            if (now < StartedAt + StaleNanoseconds)
            {
                return PinValue.Low;
            }
            return now >= ReadyAt && !(_isRead && now < ReadyAt + Ads1256Timing.PeriodNanoseconds((DataRate)_registers[3])) ? PinValue.Low : PinValue.High;
        }
    }

    public void Reset()
    {
        Defaults.CopyTo(_registers, 0);
        _isContinuous = false;
        Busy(Ads1256Timing.CalibrationNanoseconds(CalibrationKind.SelfOffsetAndGain, DataRate.Sps30000, PgaGain.X1));
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Record(bytes, 0, [], "{0}");
        Take(bytes);
    }

    public void Write(ReadOnlySpan<byte> first, long pauseNanoseconds, ReadOnlySpan<byte> second)
    {
        Record(first, pauseNanoseconds, second, "{0} ({1}) {2}");
        clock.Wait(StallNanoseconds);
        Take(first);
        clock.Wait(pauseNanoseconds);
        Take(second);
    }

    public void WriteRead(ReadOnlySpan<byte> command, long pauseNanoseconds, Span<byte> answer)
    {
        Throw();
        if (!command.IsEmpty && command[0] == 0x01 && ReadingStalls.TryDequeue(out var stall))
        {
            clock.Wait(stall);
        }
        Advance(command.Length);
        clock.Wait(pauseNanoseconds);
        Answer(command, answer);
        Advance(answer.Length);
        Record(command, pauseNanoseconds, answer, "{0} ({1}) [{2}]");
    }

    public void Dispose() => IsDisposed = true;

    void Answer(ReadOnlySpan<byte> command, Span<byte> answer)
    {
        if (BusReads is { } constant)
        {
            answer.Fill(constant);
            return;
        }
        if (!command.IsEmpty && (command[0] & 0xF0) == 0x10)
        {
            _registers.AsSpan(command[0] & 0x0F, answer.Length).CopyTo(answer);
        }
        else
        {
            var isFresh = clock.Nanoseconds >= ReadyAt;
            var code = isFresh ? CodeOf(_registers[1]) : StaleCode;
            answer[0] = (byte)(code >> 16);
            answer[1] = (byte)(code >> 8);
            answer[2] = (byte)code;
            if (isFresh)
            {
                var period = Ads1256Timing.PeriodNanoseconds((DataRate)_registers[3]);
                ReadyAt += (clock.Nanoseconds - ReadyAt) / period * period;
                _isRead = true;
            }
        }
        if ((_registers[0] & 0x08) != 0)
        {
            foreach (ref var value in answer)
            {
                value = (byte)((value * 0x0202020202UL & 0x010884422010UL) % 1023);
            }
        }
    }

    void Take(ReadOnlySpan<byte> bytes)
    {
        Throw();
        var start = clock.Nanoseconds;
        Advance(bytes.Length);
        for (var i = 0; i < bytes.Length;)
        {
            var command = bytes[i];
            if ((command & 0xF0) == 0x50)
            {
                var count = bytes[i + 1] + 1;
                bytes.Slice(i + 2, count).CopyTo(_registers.AsSpan(command & 0x0F));
                _registers[0] = (byte)(_registers[0] & 0x0F | 0x30);
                i += 2 + count;
                continue;
            }
            Execute(command, start);
            i++;
        }
        var afterWrite = AfterWrite;
        AfterWrite = null;
        afterWrite?.Invoke();
    }

    /// <summary>What the chip does by itself with ACAL set.</summary>
    public void AutoCalibrate((int Offset, int FullScale) found, PgaGain gain)
    {
        Busy(Ads1256Timing.CalibrationNanoseconds(CalibrationKind.SelfOffsetAndGain, (DataRate)_registers[3], gain));
        Keep(found, CalibrationKind.SelfOffsetAndGain);
    }

    void Execute(byte command, long start)
    {
        switch (command)
        {
            case 0x00:
                StartedAt = start;
                ReadyAt = start + Settling(Ads1256Timing.SettlingNanoseconds((DataRate)_registers[3]));
                _isRead = false;
                break;
            case 0xF0 or 0xF1 or 0xF2 or 0xF3 or 0xF4:
                Busy(Ads1256Timing.CalibrationNanoseconds((CalibrationKind)command, (DataRate)_registers[3], (PgaGain)(_registers[2] & 7)));
                Keep(NextCalibration, (CalibrationKind)command);
                break;
            case 0xFE:
                ResetCommandAt = start;
                Reset();
                break;
            case 0x03:
                _isContinuous = true;
                break;
            case 0x0F:
                _isContinuous = false;
                break;
            default:
                break;
        }
    }

    public bool IsContinuous => _isContinuous;

    void Keep((int Offset, int FullScale) found, CalibrationKind kind)
    {
        for (var i = 0; i < 3; i++)
        {
            if (kind is CalibrationKind.SelfOffsetAndGain or CalibrationKind.SelfOffset or CalibrationKind.SystemOffset)
            {
                _registers[5 + i] = (byte)(found.Offset >> 8 * i);
            }
            if (kind is CalibrationKind.SelfOffsetAndGain or CalibrationKind.SelfGain or CalibrationKind.SystemGain)
            {
                _registers[8 + i] = (byte)(found.FullScale >> 8 * i);
            }
        }
    }

    void Busy(long duration)
    {
        StartedAt = clock.Nanoseconds;
        ReadyAt = clock.Nanoseconds + duration;
        _isRead = false;
    }

    void Advance(int bytes) => clock.Wait(bytes * 8_000_000_000L / ClockFrequency);

    void Throw()
    {
        if (Throws is { } exception)
        {
            throw exception;
        }
    }

    void Record(ReadOnlySpan<byte> first, long pause, ReadOnlySpan<byte> second, string format)
    {
        if (IsRecording)
        {
            Frames.Add(string.Format(format, Hex(first), pause, Hex(second)));
        }
    }

    static string Hex(ReadOnlySpan<byte> bytes) => BitConverter.ToString(bytes.ToArray()).Replace('-', ' ');
}
