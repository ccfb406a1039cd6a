namespace CoinRig.Electrochemistry.Uncertainty;

/// <summary>What an instrument may be off by, one standard deviation each. Zero is a statement ("no error"), NaN says that the data must tell.</summary>
public sealed record Instrument
{
    /// <summary>Noise of one voltage reading, V; NaN: estimated from the readings.</summary>
    public double NoiseVolts { get; init; } = double.NaN;

    /// <summary>Noise of one current reading, A; NaN: estimated from the readings.</summary>
    public double NoiseAmperes { get; init; } = double.NaN;

    /// <summary>Relative, of the voltage's gain.</summary>
    public double VoltageGainRelative { get; init; }

    /// <summary>Of the voltage's offset, V.</summary>
    public double VoltageOffsetVolts { get; init; }

    /// <summary>Relative, of the current's gain.</summary>
    public double CurrentGainRelative { get; init; }

    /// <summary>Of the current's offset, A.</summary>
    public double CurrentOffsetAmperes { get; init; }

    /// <summary>Relative change of the current's gain from one half cycle to another, which their ratio does not cancel.</summary>
    public double CurrentDriftRelative { get; init; }

    /// <summary>Nothing is known: noise from the data, calibration taken as exact.</summary>
    public static Instrument Unknown { get; } = new();
}
