namespace Iot.Device.Ads1256;

public sealed partial class Ads1256
{
    /// <summary>
    /// The chip gives a command up where SCLK rests for 32 conversion periods (SBAS288K, serial interface): 1.07 ms after a reset, when it
    /// converts at 30 kSPS. The tenth less is for a fast master clock.
    /// </summary>
    const double PeriodsToGiveUp = 29;

    readonly byte[] _readFrame = new byte[2];

    /// <summary>Reads the identity, which is 3 on an ADS1256.</summary>
    public int ReadIdentity() => ReadRegister(Register.Status) >> 4;

    /// <summary>Reads one register.</summary>
    /// <exception cref="InvalidOperationException">The chip takes no command now.</exception>
    public byte ReadRegister(Register register)
    {
        RequireReady();
        if (register > Register.Fsc2)
        {
            throw new ArgumentOutOfRangeException(nameof(register), register, "The ADS1256 has the registers 0 to 10.");
        }
        ReadRegisters(register, _answer.AsSpan(0, 1));
        return _answer[0];
    }

    /// <summary>Reads all registers and compares them with what was written: a health check for now and then.</summary>
    /// <exception cref="Ads1256RegisterException">Some differ; it names them.</exception>
    public void CheckRegisters()
    {
        RequireReady();
        ThrowOnMismatch("at a health check");
    }

    /// <summary>The same without an exception.</summary>
    /// <param name="mismatches">What differs; empty where nothing does.</param>
    /// <returns>True where all registers hold what was written.</returns>
    public bool TryCheckRegisters(out IReadOnlyList<RegisterMismatch> mismatches)
    {
        RequireReady();
        mismatches = FindMismatches();
        return mismatches.Count == 0;
    }

    void ThrowOnMismatch(string when)
    {
        var mismatches = FindMismatches();
        if (mismatches.Count > 0)
        {
            throw new Ads1256RegisterException(when, mismatches);
        }
    }

    /// <summary>Allocates only where something is wrong.</summary>
    IReadOnlyList<RegisterMismatch> FindMismatches()
    {
        ReadRegisters(Register.Status, _answer);
        var count = _loadedGain == NoGain ? (int)Register.Ofc0 : RegisterCount;
        List<RegisterMismatch>? mismatches = null;
        for (var register = Register.Status; (int)register < count; register++)
        {
            var mask = ComparedBits(register);
            var expected = register == Register.Status
                ? Ads1256IdentityException.Expected << 4 | _shadow[0]
                : _shadow[(int)register];
            if ((_answer[(int)register] & mask) != (expected & mask))
            {
                Compare(mismatches ??= [], register, (byte)expected, mask);
            }
        }
        return mismatches ?? (IReadOnlyList<RegisterMismatch>)[];
    }

    byte ComparedBits(Register register) => register switch
    {
        Register.Status => 0xFE,
        // Inputs read the level of their pin, and so does D0 where it puts out the clock.
        Register.Io => (byte)(DirectionBits | ~(_shadow[(int)Register.Io] >> 4) & 0x0F & (ClockOutput == ClockOutput.Off ? 0x0F : 0x0E)),
        _ => 0xFF,
    };

    void Compare(List<RegisterMismatch> mismatches, Register register, byte expected, byte mask)
    {
        var found = _answer[(int)register];
        if ((found & mask) != (expected & mask))
        {
            mismatches.Add(new RegisterMismatch(register, (byte)(expected & mask), (byte)(found & mask)));
        }
    }

    void ReadRegisters(Register first, Span<byte> values)
    {
        _readFrame[0] = (byte)((int)Command.ReadRegisters | (int)first);
        _readFrame[1] = (byte)(values.Length - 1);
        for (var attempt = 1; ; attempt++)
        {
            var start = _clock.Nanoseconds;
            _transport.WriteRead(_readFrame, _commandToDataNanoseconds, values);
            // A program that is held up between command and answer, as when it runs this for the first time, reads zeros.
            var held = _clock.Nanoseconds - start - 8 * (_readFrame.Length + values.Length) * _bitNanoseconds;
            if (held < PeriodsToGiveUp * _periodNanoseconds || attempt == Attempts)
            {
                break;
            }
        }
        if (BitOrder == BitOrder.LeastSignificantFirst)
        {
            ReverseBits(values);
        }
    }

    void WriteRegisters(Register first, ReadOnlySpan<byte> values)
    {
        _frame[0] = (byte)((int)Command.WriteRegisters | (int)first);
        _frame[1] = (byte)(values.Length - 1);
        values.CopyTo(_frame.AsSpan(2));
        _transport.Write(_frame.AsSpan(0, 2 + values.Length));
    }

    void WriteRegister(Register register, int value)
    {
        _frame[0] = (byte)((int)Command.WriteRegisters | (int)register);
        _frame[1] = 0;
        _frame[2] = (byte)value;
        _transport.Write(_frame.AsSpan(0, 3));
        _shadow[(int)register] = (byte)value;
    }

    void Send(Command command)
    {
        _frame[0] = (byte)command;
        _transport.Write(_frame.AsSpan(0, 1));
    }

    static void ReverseBits(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            var bits = (value & 0xF0) >> 4 | (value & 0x0F) << 4;
            bits = (bits & 0xCC) >> 2 | (bits & 0x33) << 2;
            value = (byte)((bits & 0xAA) >> 1 | (bits & 0x55) << 1);
        }
    }
}
