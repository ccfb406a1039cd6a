namespace CoinRig.Twin;

/// <summary>
/// What lies in series with the particles: films and electrolyte as a resistor and, where asked for, the lithium electrode
/// with Butler-Volmer kinetics.
/// </summary>
sealed class SeriesPath
{
    /// <summary>Exchange current of lithium, A/m2: 3.5e-8 F c_Li^0.7 c_e^0.3 with 76900 and 1000 mol/m3 (Xu et al. 2019).</summary>
    internal const double LithiumExchangeAmperesPerSquareMeter = 70.579;

    /// <summary>The resistor, ohm.</summary>
    internal double Ohms { get; set; }

    /// <summary>Twice the exchange current of the lithium electrode, A; infinite where it is not modelled.</summary>
    internal double TwiceLithiumExchangeAmperes { get; set; } = double.PositiveInfinity;

    /// <summary>2 Rg T/F, V.</summary>
    internal double TwiceThermalVolts { get; set; }

    /// <summary>Whether the lithium electrode is modelled.</summary>
    internal bool HasLithium => double.IsFinite(TwiceLithiumExchangeAmperes);

    /// <summary>Whether there is anything in series that limits a current.</summary>
    /// <param name="sourceOhms">What lies outside of the cell, ohm.</param>
    internal bool HasResistance(double sourceOhms) => Ohms + sourceOhms > 0 || HasLithium;

    /// <summary>Voltage at a current, V.</summary>
    internal double Volts(double amperes) =>
        amperes * Ohms + (HasLithium ? TwiceThermalVolts * Math.Asinh(amperes / TwiceLithiumExchangeAmperes) : 0);

    /// <summary>Differential resistance at a current, ohm.</summary>
    internal double Slope(double amperes)
    {
        if (!HasLithium)
        {
            return Ohms;
        }
        var ratio = amperes / TwiceLithiumExchangeAmperes;
        return Ohms + TwiceThermalVolts / (TwiceLithiumExchangeAmperes * Math.Sqrt(1 + ratio * ratio));
    }

    /// <summary>Current at a voltage, A; only with <see cref="HasResistance"/>.</summary>
    /// <param name="volts">Voltage across the path and what lies outside of the cell, V.</param>
    /// <param name="sourceOhms">What lies outside of the cell, ohm.</param>
    internal double Amperes(double volts, double sourceOhms)
    {
        var ohms = Ohms + sourceOhms;
        if (!HasLithium)
        {
            return volts / ohms;
        }
        // Newton on the overpotential: its curve bends one way on either side of zero, so it cannot run away.
        var overpotential = 0.0;
        for (var i = 0; i < 50; i++)
        {
            var angle = overpotential / TwiceThermalVolts;
            var amperes = TwiceLithiumExchangeAmperes * Math.Sinh(angle);
            var slope = 1 + ohms * TwiceLithiumExchangeAmperes / TwiceThermalVolts * Math.Cosh(angle);
            var step = (volts - overpotential - amperes * ohms) / slope;
            overpotential += step;
            if (Math.Abs(step) < 1e-12)
            {
                break;
            }
        }
        return TwiceLithiumExchangeAmperes * Math.Sinh(overpotential / TwiceThermalVolts);
    }
}
