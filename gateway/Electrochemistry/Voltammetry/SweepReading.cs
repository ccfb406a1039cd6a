using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// Reads sweeps while they are measured, reading by reading, in constant memory. A recorded file goes through the same, so that both give the same numbers.
/// </summary>
public sealed class SweepReading
{
    ForwardDecay? _before;

    /// <summary>The readings of the sweep, averaged over each step.</summary>
    public SweepSeries Series { get; } = new();

    /// <summary>Begins a sweep.</summary>
    /// <param name="follows">Whether it begins where the one before it turned: then the decay of that is the baseline of this.</param>
    public void Begin(bool follows)
    {
        Series.Clear();
        _before = follows ? _before : null;
    }

    /// <summary>Takes in a reading.</summary>
    public void Add(double seconds, double volts, double amperes) => Series.Add(seconds, volts, amperes);

    /// <summary>Ends the sweep.</summary>
    /// <param name="rateVoltsPerSecond">Scan rate without sign, V/s.</param>
    /// <param name="noiseAmperes">Noise of one reading, A; NaN: from the readings.</param>
    /// <returns>Its peaks in the order of the sweep.</returns>
    public IReadOnlyList<SweepPeak> End(double rateVoltsPerSecond, double noiseAmperes = double.NaN)
    {
        var sweep = new Trace(Series.Seconds, Series.Volts, Series.Amperes);
        var noise = noiseAmperes / Math.Sqrt(Math.Max(1, (double)Series.Readings / Math.Max(1, Series.Count)));
        var peaks = PeakSearch.All(sweep, ref noise, _before);
        // Only the first way can be followed by its own decay: the way back already stands on another.
        _before = _before is null && peaks is [.., var last] ? ForwardDecay.Of(sweep, last, rateVoltsPerSecond, noise) : null;
        return peaks;
    }
}
