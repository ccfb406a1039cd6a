namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>
/// The first stretch of constant current of a half cycle: its mean is the rate, and the second differences of its readings tell their noise, as a
/// slow change does not enter them (after von Neumann 1941).
/// </summary>
struct SteadyCurrent
{
    /// <summary>A current within this of its level is still the same current.</summary>
    const double Tolerance = 0.02;

    /// <summary>A shorter stretch of fewer rows gives way to the next one, because a controller may need a reading or two.</summary>
    const int LeastRows = 3;

    /// <summary>What changes from row to row.</summary>
    public SteadySums Kernel;

    /// <summary>Mean current of the stretch without sign, A.</summary>
    public readonly double RateAmperes => Math.Abs(Kernel.Seconds > 0 ? Kernel.Coulombs / Kernel.Seconds : Kernel.Level);

    /// <summary>Noise of one reading of the current, A; NaN where there are too few.</summary>
    public readonly double NoiseAmperes => Noise(Kernel.AmpereSquares);

    /// <summary>Noise of one reading of the voltage, V.</summary>
    public readonly double NoiseVolts => Noise(Kernel.VoltSquares);

    /// <summary>Takes in a row and the time since the one before it.</summary>
    public void Add(double volts, double amperes, double seconds)
    {
        if (Kernel.TryAdd(volts, amperes, seconds))
        {
            return;
        }
        if (Kernel.Rows >= LeastRows || Kernel.Seconds > seconds)
        {
            Kernel.Ended = true;
            return;
        }
        Kernel = new() { Level = amperes, Within = Tolerance * Math.Abs(amperes), Rows = 1, Volts1 = volts, Amperes1 = amperes };
    }

    readonly double Noise(double squares) => Kernel.Rows < 5 ? double.NaN : Math.Sqrt(squares / (6 * (Kernel.Rows - 2)));
}

/// <summary>The sums of a stretch of constant current.</summary>
struct SteadySums
{
    public double Level, Within, Coulombs, Seconds;
    public double Volts1, Volts2, Amperes1, Amperes2;
    public double VoltSquares, AmpereSquares;
    public long Rows;
    public bool Ended;

    /// <summary>Takes in a row; false where the stretch ends before it, which is not taken in.</summary>
    public bool TryAdd(double volts, double amperes, double seconds)
    {
        if (Ended)
        {
            return true;
        }
        if (!(Math.Abs(amperes - Level) <= Within) || Rows == 0)
        {
            return false;
        }
        Rows++;
        Coulombs += amperes * seconds;
        Seconds += seconds;
        if (Rows > 2)
        {
            var (dv, di) = (volts - 2 * Volts1 + Volts2, amperes - 2 * Amperes1 + Amperes2);
            VoltSquares += dv * dv;
            AmpereSquares += di * di;
        }
        (Volts2, Volts1, Amperes2, Amperes1) = (Volts1, volts, Amperes1, amperes);
        return true;
    }
}
