using System.Numerics;

namespace CoinRig.Electrochemistry.Impedance.KramersKronig;

/// <summary>
/// Whether a spectrum obeys the Kramers-Kronig relations, as that of a cell does that is linear, causal and stays as it is (Schoenleber, Klotz and
/// Ivers-Tiffee 2014, Electrochim. Acta 131, 20).
/// </summary>
public sealed record KramersKronigTest
{
    /// <summary>Residuals below this are good whatever they look like.</summary>
    public const double Good = 0.005;

    /// <summary>More than this that moves slowly over the frequencies is no noise.</summary>
    public const double LargestTrend = 0.001;

    const int FewestElements = 3;

    /// <summary>Number of RC elements.</summary>
    public required int Elements { get; init; }

    /// <summary>1 - sum of negative over sum of positive resistances: small where noise is fitted.</summary>
    public required double Mu { get; init; }

    /// <summary>R0 of the chain, ohm.</summary>
    public required double SeriesOhms { get; init; }

    /// <summary>(measured - fitted)/|measured|, in the order of the spectrum.</summary>
    public required IReadOnlyList<Complex> Residuals { get; init; }

    /// <summary>Root of the mean square of the residuals, real and imaginary parts apart.</summary>
    public required double Rms { get; init; }

    /// <summary>Largest real or imaginary residual, without sign.</summary>
    public required double Largest { get; init; }

    /// <summary>What of <see cref="Rms"/> is common to neighbouring frequencies, and so no noise.</summary>
    public required double Trend { get; init; }

    /// <summary>Whether the cell stayed as it was: its residuals are small, or have no trend.</summary>
    public bool IsStationary => Largest < Good || Trend < LargestTrend;

    /// <summary>Tests a spectrum.</summary>
    /// <param name="spectrum">The spectrum, in any order of frequencies.</param>
    /// <param name="options">How; null for the usual.</param>
    /// <exception cref="ArgumentException">Fewer than six points.</exception>
    public static KramersKronigTest Of(Spectrum spectrum, KramersKronigOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        options ??= new();
        spectrum.Require(2 * FewestElements);
        var most = options.Elements ?? Math.Max(FewestElements, spectrum.Count / 2);
        var chain = new ElementChain(spectrum, options, most);
        var elements = options.Elements ?? FewestElements;
        for (chain.Fit(elements); elements < most && chain.Mu >= options.LowestMu;)
        {
            chain.Fit(++elements);
        }
        chain.FindResiduals(elements);
        var residuals = new Complex[spectrum.Count];
        for (var i = 0; i < residuals.Length; i++)
        {
            residuals[chain.Order[i]] = new(chain.Residuals[i], chain.Residuals[residuals.Length + i]);
        }
        return new()
        {
            Elements = elements,
            Mu = chain.Mu,
            SeriesOhms = chain.SeriesOhms,
            Residuals = residuals,
            Rms = Math.Sqrt(chain.Residuals.Sum(r => r * r) / chain.Residuals.Length),
            Largest = chain.Residuals.Max(Math.Abs),
            Trend = ResidualTrend.Of(chain.Residuals),
        };
    }
}
