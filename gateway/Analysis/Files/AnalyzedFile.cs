using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Analysis;

/// <summary>Everything that an analysis found in one file: a run of ours, or a table of another instrument.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">What it is, in words: "CoinRig run", "EC-Lab text".</param>
public sealed record AnalyzedFile(string Path, string Format)
{
    /// <summary>The cell's name; that of the file where nothing says it.</summary>
    public required string CellName { get; init; }

    /// <summary>What the file says about itself, in the order to be shown: start, instrument, protocol, mass, ...</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; init; } = [];

    /// <summary>Which analyses were made.</summary>
    public IReadOnlyList<Technique> Techniques { get; init; } = [];

    /// <summary>The results, in the order of time.</summary>
    public IReadOnlyList<Result> Results { get; init; } = [];

    /// <summary>Its voltammograms, for a study over the scan rates of several files.</summary>
    public IReadOnlyList<Voltammogram> Voltammograms { get; init; } = [];

    /// <summary>What a figure draws beside the results.</summary>
    public IReadOnlyList<Curve> Curves { get; init; } = [];

    /// <summary>What was marked while it was measured, such as "AFM image 12 starts", in the order of the times.</summary>
    public IReadOnlyList<TimeMark> Marks { get; init; } = [];

    /// <summary>How the analysis was made, for a methods paragraph: windows, orders, constants, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];

    /// <summary>What somebody should know about the file, with its lines.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The results beside how far they spread when their inputs are drawn; empty where that was not asked for.</summary>
    public IReadOnlyList<MonteCarloCheck> Checks { get; init; } = [];

    /// <summary>Whether voltages are against lithium, so that axes say so.</summary>
    public bool IsHalfCell { get; init; }
}

/// <summary>A mark in time.</summary>
/// <param name="Seconds">When, s since the beginning of the recording.</param>
/// <param name="Text">What happened.</param>
public readonly record struct TimeMark(double Seconds, string Text);
