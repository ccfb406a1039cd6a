using System.Globalization;
using System.Numerics;
using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Impedance.Comparison;
using CoinRig.Electrochemistry.Impedance.Fitting;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.InstrumentFiles;

namespace CoinRig.Analysis;

/// <summary>Impedance spectra of a file: test, circuit, distribution of relaxation times, and how the first differs from the last.</summary>
static class ImpedancePart
{
    /// <summary>Fewer points are no spectrum.</summary>
    const int FewestPoints = 6;

    /// <summary>Points of a fitted curve.</summary>
    const int CurvePoints = 200;

    /// <summary>Adds what the spectra give.</summary>
    /// <param name="spectra">The spectra, in the order of the file.</param>
    /// <param name="circuits">Circuits among which to choose; empty: the usual ones.</param>
    /// <param name="instrument">What the instrument may be off by.</param>
    /// <param name="findings">Where results go.</param>
    /// <param name="warn">Told of spectra that are too short.</param>
    public static void Add(IReadOnlyList<MeasuredSpectrum> spectra, IReadOnlyList<string> circuits, Instrument instrument, Findings findings, Action<string> warn)
    {
        var analysed = new List<(string Label, double Order, ImpedanceFindings Findings)>();
        for (var i = 0; i < spectra.Count; i++)
        {
            var measured = spectra[i];
            var label = double.IsFinite(measured.Cycle) ? string.Create(CultureInfo.InvariantCulture, $"cycle {measured.Cycle:0}") : spectra.Count > 1 ? $"spectrum {i + 1}" : "";
            if (measured.Spectrum.Count < FewestPoints)
            {
                warn($"Line {measured.FirstLine}: a spectrum of {measured.Spectrum.Count} points is left out; {FewestPoints} or more are needed.");
                continue;
            }
            // Later spectra of one file take the circuit of the first, so that their parameters mean the same.
            IReadOnlyList<string> tried = circuits.Count == 0 && analysed.Count > 0 ? [analysed[0].Findings.Fit.Circuit.Text] : circuits;
            var found = ImpedanceAnalysis.Of(measured.Spectrum, new() { Circuits = tried, Instrument = instrument });
            analysed.Add((label, i, found));
            KeyValuePair<string, object>[] place = double.IsFinite(measured.Volts) ? [new("spectrum", i + 1.0), new("cycle", measured.Cycle), new("voltage", measured.Volts)] : [new("spectrum", i + 1.0)];
            findings.Add(Technique.Eis, found.Results.Select(r => r with { Details = [.. place.Where(p => p.Value is not double.NaN), .. r.Details] }),
                ("circuit", $"{found.Fit.Circuit.Text}, {(circuits.Count == 0 ? $"chosen among {found.Choice.Candidates.Count} by AICc" : "given")}; least squares of residuals over the modulus"),
                ("relaxation times", string.Create(CultureInfo.InvariantCulture, $"Tikhonov with second differences and g >= 0, lambda {found.Relaxation.Lambda:0.##e+0} by generalized cross-validation")));
            AddCurves(found, label, i, findings);
        }
        if (analysed.Count > 1 && analysed[0].Findings.Fit.Circuit.Text == analysed[^1].Findings.Fit.Circuit.Text)
        {
            findings.Add(Technique.Eis, SpectrumComparison.Results(analysed[0].Findings.Fit, analysed[^1].Findings.Fit, instrument));
        }
    }

    static void AddCurves(ImpedanceFindings found, string label, double order, Findings findings)
    {
        var spectrum = found.Spectrum;
        Curve Of(CurveKind kind, IReadOnlyList<double> x, IReadOnlyList<double> y, CurveRole role) => new(kind, label, x, y) { Role = role, Order = order };
        void Show(IReadOnlyList<double> hertz, IReadOnlyList<Complex> ohms, CurveRole role)
        {
            findings.Curves.Add(Of(CurveKind.Nyquist, [.. ohms.Select(z => z.Real)], [.. ohms.Select(z => -z.Imaginary)], role));
            findings.Curves.Add(Of(CurveKind.Modulus, hertz, [.. ohms.Select(z => z.Magnitude)], role));
            findings.Curves.Add(Of(CurveKind.Phase, hertz, [.. ohms.Select(z => z.Phase * 180 / Math.PI)], role));
        }
        void Residuals(Spectrum of, IReadOnlyList<Complex> residuals, CurveRole role)
        {
            findings.Curves.Add(Of(CurveKind.RealResidual, of.Hertz, [.. residuals.Select(r => r.Real)], role));
            findings.Curves.Add(Of(CurveKind.ImaginaryResidual, of.Hertz, [.. residuals.Select(r => r.Imaginary)], role));
        }
        Show(spectrum.Hertz, spectrum.Ohms, CurveRole.Measured);
        var (low, high) = (Math.Log(found.Fit.Spectrum.Hertz.Min()), Math.Log(found.Fit.Spectrum.Hertz.Max()));
        double[] fine = [.. Enumerable.Range(0, CurvePoints).Select(i => Math.Exp(high + (low - high) * i / (CurvePoints - 1)))];
        Show(fine, [.. fine.Select(found.Fit.Impedance)], CurveRole.Fitted);
        Residuals(found.Fit.Spectrum, found.Fit.Residuals, CurveRole.Fitted);
        Residuals(spectrum, found.KramersKronig.Residuals, CurveRole.Tested);
        findings.Curves.Add(Of(CurveKind.RelaxationTimes, found.Relaxation.Seconds, found.Relaxation.Ohms, CurveRole.Fitted));
    }
}
