namespace CoinRig.Twin;

/// <summary>The eleven registers of the ADS1256 (SBAS288K) and what their bits mean.</summary>
sealed class AdsRegisters
{
    internal const int Count = 11;
    internal const int Status = 0, Mux = 1, Adcon = 2, Drate = 3, Io = 4, Offset = 5, FullScale = 8;

    const int ClockBits = 0x60;

    static readonly double[] DetectAmperes = [0, 0.5e-6, 2e-6, 10e-6];

    readonly byte[] _bytes = new byte[Count];

    /// <summary>The factory's ID; the data sheet does not print it, drivers in the field test for 3.</summary>
    internal int Identity { get; set; } = 3;

    internal int RateIndex { get; private set; } = AdsRate.Count - 1;

    internal bool IsLeastSignificantBitFirst => (_bytes[Status] & 0x08) != 0;

    internal bool CalibratesItself => (_bytes[Status] & 0x04) != 0;

    internal bool BufferEnabled => (_bytes[Status] & 0x02) != 0;

    internal int GainIndex => Math.Min(_bytes[Adcon] & 7, 6);

    internal AdsInput Input
    {
        get
        {
            var detect = DetectAmperes[(_bytes[Adcon] >> 3) & 3];
            return new(Math.Min(_bytes[Mux] >> 4, AdsInput.CommonPin), Math.Min(_bytes[Mux] & 15, AdsInput.CommonPin), GainIndex,
                BufferEnabled || detect > 0, detect);
        }
    }

    internal int OffsetValue
    {
        get => (_bytes[Offset] | _bytes[Offset + 1] << 8 | _bytes[Offset + 2] << 16) << 8 >> 8;
        set => Set24(Offset, Math.Clamp(value, -0x800000, 0x7FFFFF));
    }

    internal int FullScaleValue
    {
        get => _bytes[FullScale] | _bytes[FullScale + 1] << 8 | _bytes[FullScale + 2] << 16;
        set => Set24(FullScale, Math.Clamp(value, 0, 0xFFFFFF));
    }

    /// <summary>Back to the reset values; only the RESET pin and power-up also reset the clock output bits.</summary>
    internal void Reset(bool byPin)
    {
        var clock = byPin ? 0x20 : _bytes[Adcon] & ClockBits;
        (_bytes[Status], _bytes[Mux], _bytes[Adcon], _bytes[Drate], _bytes[Io]) = (0, 0x01, (byte)clock, 0xF0, 0xE0);
        RateIndex = AdsRate.Count - 1;
    }

    /// <summary>Reads a register.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="isDataReady">Whether DRDY is low.</param>
    internal byte Read(int address, bool isDataReady)
        => address == Status ? (byte)(Identity << 4 | _bytes[Status] | (isDataReady ? 0 : 1)) : _bytes[address];

    /// <summary>Writes a register, leaving alone the bits that cannot be written.</summary>
    internal void Write(int address, byte value)
    {
        switch (address)
        {
            case Status:
                _bytes[Status] = (byte)(value & 0x0E);
                break;
            case Adcon:
                _bytes[Adcon] = (byte)(value & 0x7F);
                break;
            case Drate:
                RateIndex = AdsRate.IndexOf(value) is >= 0 and var index ? index
                    : throw new TimingViolationException("DRATE", $"0x{value:X2} written, the data sheet has only {AdsRate.CodeList} (other settings may produce unpredictable results)");
                _bytes[Drate] = value;
                break;
            case Io:
                WriteIo(value);
                break;
            default:
                _bytes[address] = value;
                break;
        }
    }

    /// <summary>Outputs take the level written; inputs are not connected and read low; D0 with the clock on it cannot be written.</summary>
    void WriteIo(byte value)
    {
        var outputs = ~(value >> 4) & 0x0F;
        if ((_bytes[Adcon] & ClockBits) != 0)
        {
            outputs &= 0x0E;
        }
        _bytes[Io] = (byte)((value & 0xF0) | (value & outputs));
    }

    /// <summary>Flips bits, as a mains transient does.</summary>
    internal void Disturb(int address, byte mask)
    {
        var changed = (byte)(_bytes[address] ^ mask);
        if (address != Drate)
        {
            _bytes[address] = changed;
        }
        else if (AdsRate.IndexOf(changed) is >= 0 and var index)
        {
            (_bytes[Drate], RateIndex) = (changed, index);
        }
    }

    void Set24(int address, int value)
        => (_bytes[address], _bytes[address + 1], _bytes[address + 2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));
}
