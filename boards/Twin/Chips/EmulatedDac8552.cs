namespace CoinRig.Twin;

/// <summary>What a DAC output does when it is powered down.</summary>
public enum DacPowerMode
{
    /// <summary>Drives its voltage.</summary>
    Normal,

    /// <summary>1 kohm to ground.</summary>
    PulledBy1Kiloohm,

    /// <summary>100 kohm to ground.</summary>
    PulledBy100Kiloohm,

    /// <summary>High impedance.</summary>
    HighImpedance,
}

/// <summary>
/// The DAC8552 at its pins, after SLAS430A: 24-bit frames, two buffers, two DAC registers. A frame takes effect at its 24th clock;
/// more clocks are ignored, and SYNC high before the 24th discards it, buffers included.
/// </summary>
public sealed class EmulatedDac8552
{
    /// <summary>Fastest SCLK at VDD of 3.6 V and more, Hz.</summary>
    public const int FastestClockHertz = 30_000_000;

    const int FrameBytes = 3;
    const long LeastSyncHighNanoseconds = 33, LeastLastFallToSyncNanoseconds = 100;

    /// <summary>Settling to 0.003 % of full scale in 10 us is one pole of this, ns.</summary>
    const double SettlingNanoseconds = 10_000 / 10.5;

    readonly (ushort Code, DacPowerMode Mode)[] _buffers = new (ushort, DacPowerMode)[2];
    readonly (ushort Code, DacPowerMode Mode)[] _loaded = new (ushort, DacPowerMode)[2];
    readonly double[] _settlingFrom = new double[2];
    readonly long[] _loadedAt = [long.MinValue / 2, long.MinValue / 2];
    int _received, _frame;
    long _syncRose = long.MinValue / 2, _lastFall = long.MinValue / 2;

    /// <summary>Whether SYNC is low.</summary>
    public bool IsSelected { get; private set; } = true;

    /// <summary>Whether the chip takes no notice of its bus: a planted fault.</summary>
    public bool IsDead { get; set; }

    /// <summary>Called when an output was loaded: 0 for A or 1 for B, and when, ns. The new state can be read already.</summary>
    public Action<int, long>? Loaded { get; set; }

    /// <summary>The code in a DAC register.</summary>
    /// <param name="channel">0 for A, 1 for B.</param>
    public ushort Code(int channel) => _loaded[channel].Code;

    /// <summary>What the output of a DAC does.</summary>
    /// <param name="channel">0 for A, 1 for B.</param>
    public DacPowerMode Mode(int channel) => _loaded[channel].Mode;

    /// <summary>The output as a fraction of the reference once it has settled; 0 where it is powered down, because something pulls it down.</summary>
    /// <param name="channel">0 for A, 1 for B.</param>
    public double SettledFraction(int channel) => _loaded[channel] is { Mode: DacPowerMode.Normal, Code: var code } ? code / 65536.0 : 0;

    /// <summary>The output as a fraction of the reference at a time, settling included.</summary>
    /// <param name="channel">0 for A, 1 for B.</param>
    /// <param name="nanoseconds">When, ns.</param>
    public double Fraction(int channel, long nanoseconds)
    {
        var settled = SettledFraction(channel);
        var age = Math.Max(0, nanoseconds - _loadedAt[channel]);
        return settled + (_settlingFrom[channel] - settled) * Math.Exp(-age / SettlingNanoseconds);
    }

    /// <summary>Level of the SYNC pin.</summary>
    /// <exception cref="TimingViolationException">It fell too soon after the last frame.</exception>
    public void SetSync(bool isHigh, long nanoseconds)
    {
        if (isHigh == !IsSelected)
        {
            return;
        }
        IsSelected = !isHigh;
        (_received, _frame) = (0, 0);
        if (isHigh)
        {
            _syncRose = nanoseconds;
        }
        else if (nanoseconds - _syncRose < LeastSyncHighNanoseconds)
        {
            throw new TimingViolationException("SYNC", $"SYNC of the DAC8552 high for {nanoseconds - _syncRose} ns, the data sheet asks for 33 ns");
        }
        else if (nanoseconds - _lastFall < LeastLastFallToSyncNanoseconds)
        {
            throw new TimingViolationException("SYNC", $"SYNC of the DAC8552 fell {nanoseconds - _lastFall} ns after the last SCLK edge, the data sheet asks for 100 ns");
        }
    }

    /// <summary>Clocks one byte in while SYNC is low.</summary>
    /// <param name="input">The byte on DIN, MSB first.</param>
    /// <param name="lastFall">Last falling edge of SCLK, ns.</param>
    /// <exception cref="TimingViolationException">A complete frame has a bit set that must be 0.</exception>
    public void Exchange(byte input, long lastFall)
    {
        _lastFall = lastFall;
        if (_received >= FrameBytes)
        {
            return;
        }
        _frame = _frame << 8 | input;
        if (++_received == FrameBytes && !IsDead)
        {
            Execute(lastFall);
        }
    }

    /// <summary>Refuses a clock that is too fast.</summary>
    /// <param name="hertz">Frequency of SCLK, Hz.</param>
    /// <exception cref="TimingViolationException">It is above the limit of the data sheet.</exception>
    public static void CheckClock(int hertz)
    {
        if (hertz > FastestClockHertz)
        {
            throw new TimingViolationException("SCLK", $"SCLK of the DAC8552 at {hertz} Hz, the data sheet asks for {FastestClockHertz} Hz or less");
        }
    }

    void Execute(long time)
    {
        var control = _frame >> 16;
        if ((control & 0xC0) != 0)
        {
            throw new TimingViolationException("DB23", $"frame 0x{_frame:X6} to the DAC8552, the data sheet asks that DB23 and DB22 are 0");
        }
        _buffers[(control >> 2) & 1] = ((ushort)_frame, (DacPowerMode)(control & 3));
        if ((control & 0x10) != 0)
        {
            Load(0, time);
        }
        if ((control & 0x20) != 0)
        {
            Load(1, time);
        }
    }

    void Load(int channel, long time)
    {
        _settlingFrom[channel] = Fraction(channel, time);
        _loadedAt[channel] = time;
        _loaded[channel] = _buffers[channel];
        Loaded?.Invoke(channel, time);
    }
}
