using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Electrochemistry.Results;
using CoinRig.Runs;

namespace CoinRig.Analysis;

/// <summary>Analyses a run that is in no file, from its feed: its results, and what figures draw.</summary>
/// <param name="cell">The cell.</param>
/// <param name="uncertainty">What the instrument may be off by.</param>
public sealed class RunCollector(Cell cell, MeasurementUncertainty uncertainty) : IRunReader
{
    readonly RunColumns _columns = new();
    readonly RunCurves _curves = new();
    readonly RunAnalyzer _analyzer = new(cell, uncertainty);
    readonly List<ResultRow> _results = [];

    /// <inheritdoc/>
    public string Name => "collector";

    /// <summary>The results so far, as a run file would hold them.</summary>
    public IReadOnlyList<ResultRow> Results => _results;

    /// <inheritdoc/>
    public void OnSample(in Sample sample)
    {
        _columns.OnSample(sample);
        _curves.OnSample(sample);
        _analyzer.OnSample(sample);
    }

    /// <inheritdoc/>
    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
        _curves.OnMarker(marker, post);
        _analyzer.OnMarker(marker, row =>
        {
            _results.Add(row);
            post(row);
        });
    }

    /// <summary>Everything that was found.</summary>
    /// <param name="path">What stands for the file's path.</param>
    /// <param name="format">What it is, in words.</param>
    /// <param name="facts">What is known about it, in the order to be shown.</param>
    public AnalyzedFile ToFile(string path, string format, IReadOnlyList<KeyValuePair<string, string>> facts) => new(path, format)
    {
        CellName = cell.Name,
        IsHalfCell = !cell.IsDummy,
        Facts = facts,
        Results = [.. _results.Select(r => r.ToResult())],
        Curves = [.. TimeCurves.Of(_columns.Recording), .. _curves.Curves],
    };
}
