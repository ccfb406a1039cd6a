using System.Numerics;
using CoinRig.Electrochemistry.Impedance;

namespace CoinRig.InstrumentFiles;

/// <summary>Gathers rows with a frequency into spectra: a new one begins with a new cycle, step or part, and where the frequency leaps back.</summary>
sealed class SpectrumCollector
{
    readonly List<double> _hertz = [];
    readonly List<Complex> _ohms = [];
    double _volts;
    (double Cycle, double Step, int Part) _key;
    long _line;

    /// <summary>Reads all spectra of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="warn">Told, with a code, of frequencies without order.</param>
    public static IReadOnlyList<MeasuredSpectrum> Collect(MeasuredFile file, Action<string, string> warn)
    {
        List<MeasuredSpectrum> spectra = [];
        SpectrumCollector collector = new();
        foreach (var batch in file.SpectrumBatches())
        {
            for (var row = 0; row < batch.Count; row++)
            {
                var hertz = batch[Meaning.Frequency][row];
                // Rows of direct current in a file of both kinds have no frequency.
                if (double.IsNaN(hertz) || hertz == 0)
                {
                    collector.Finish(spectra);
                    continue;
                }
                var key = (At(batch, Meaning.Cycle, row), At(batch, Meaning.StepId, row), batch.Parts[row]);
                if (!IsPoint(batch, row, hertz))
                {
                    continue;
                }
                if (!key.Equals(collector._key) || collector.LeapsBack(hertz))
                {
                    collector.Finish(spectra);
                }
                collector.Add(batch, row, hertz, key);
            }
        }
        collector.Finish(spectra);
        return UnorderedFrequencies.Joined(spectra, warn);
    }

    /// <summary>Whether a row can be a point of a spectrum; the others are warned of as the rows are read.</summary>
    static bool IsPoint(Batch batch, int row, double hertz)
    {
        var ohms = new Complex(batch[Meaning.RealImpedance][row], batch[Meaning.ImaginaryImpedance][row]);
        return hertz > 0 && Complex.IsFinite(ohms) && ohms != Complex.Zero;
    }

    static double At(Batch batch, Meaning meaning, int row) => batch[meaning] is { IsEmpty: false } values ? values[row] : double.NaN;

    /// <summary>A sweep that fell by steps of less than a decade and now rises by more than two has begun anew.</summary>
    bool LeapsBack(double hertz) => _hertz.Count > 1 && Math.Abs(Math.Log10(hertz / _hertz[^1])) > 2
        && Math.Sign(hertz - _hertz[^1]) != Math.Sign(_hertz[^1] - _hertz[^2]);

    void Add(Batch batch, int row, double hertz, (double, double, int) key)
    {
        if (_hertz.Count == 0)
        {
            _key = key;
            _line = batch.LineNumbers[row];
            _volts = 0;
        }
        _hertz.Add(hertz);
        _ohms.Add(new(batch[Meaning.RealImpedance][row], batch[Meaning.ImaginaryImpedance][row]));
        _volts += At(batch, Meaning.Voltage, row);
    }

    void Finish(List<MeasuredSpectrum> spectra)
    {
        if (_hertz.Count > 0)
        {
            spectra.Add(new(new Spectrum([.. _hertz], [.. _ohms]), _key.Cycle, _volts / _hertz.Count, _line) { Step = _key.Step, Part = _key.Part });
            _hertz.Clear();
            _ohms.Clear();
        }
    }
}
