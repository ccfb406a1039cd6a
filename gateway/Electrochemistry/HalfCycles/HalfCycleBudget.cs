using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>What the instrument costs a half cycle's charge, energy and mean voltage.</summary>
static class HalfCycleBudget
{
    /// <summary>Of the charge, C.</summary>
    public static BudgetTerm[] Coulombs(HalfCycle half, Instrument instrument) =>
    [
        new("noise", half.NoiseCoulombs(NoiseAmperes(half, instrument))),
        new("current_gain", instrument.CurrentGainRelative * half.Coulombs),
        new("current_offset", instrument.CurrentOffsetAmperes * half.Seconds),
        new("end", half.EndUncertaintyCoulombs),
        new("sampling", half.SamplingUncertaintyCoulombs),
    ];

    /// <summary>Of the energy, J: that of the charge at the mean voltage (at the last one for the end), and the voltage's own.</summary>
    public static BudgetTerm[] Joules(HalfCycle half, Instrument instrument)
    {
        var volts = Math.Abs(half.AverageVolts);
        var charge = Coulombs(half, instrument);
        return
        [
            new("noise", Combine.Quadrature(charge[0].Uncertainty * volts, half.Coulombs * MeanNoiseVolts(half, instrument))),
            charge[1] with { Uncertainty = charge[1].Uncertainty * volts },
            charge[2] with { Uncertainty = charge[2].Uncertainty * volts },
            charge[3] with { Uncertainty = charge[3].Uncertainty * (double.IsFinite(half.EndVolts) ? Math.Abs(half.EndVolts) : volts) },
            charge[4] with { Uncertainty = charge[4].Uncertainty * volts },
            new("voltage_gain", instrument.VoltageGainRelative * half.Joules),
            new("voltage_offset", instrument.VoltageOffsetVolts * half.Coulombs),
        ];
    }

    /// <summary>Of the mean voltage over charge, V. The current's gain cancels, and so does its offset where the current is constant.</summary>
    public static BudgetTerm[] AverageVolts(HalfCycle half, Instrument instrument) =>
    [
        new("noise", MeanNoiseVolts(half, instrument)),
        new("voltage_gain", instrument.VoltageGainRelative * Math.Abs(half.AverageVolts)),
        new("voltage_offset", instrument.VoltageOffsetVolts),
        new("end", double.IsFinite(half.EndVolts) ? Math.Abs(half.EndVolts - half.AverageVolts) * half.EndUncertaintyCoulombs / half.Coulombs : 0),
    ];

    /// <summary>Noise of a current reading, A: the instrument's, or else what the rows show; 0 where neither says.</summary>
    public static double NoiseAmperes(HalfCycle half, Instrument instrument) => Known(instrument.NoiseAmperes, half.NoiseAmperes);

    static double MeanNoiseVolts(HalfCycle half, Instrument instrument) => half.Rows > 0 ? Known(instrument.NoiseVolts, half.NoiseVolts) / Math.Sqrt(half.Rows) : 0;

    static double Known(double stated, double seen) => double.IsFinite(stated) ? stated : double.IsFinite(seen) ? seen : 0;
}
