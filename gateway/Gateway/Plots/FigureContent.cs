using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;
using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>What a figure may draw: one analysed file, or several over each other.</summary>
/// <param name="files">The files; at least one.</param>
sealed class FigureContent(IReadOnlyList<AnalyzedFile> files)
{
    readonly Dictionary<AnalyzedFile, string> _labels = Labels(files);

    /// <summary>The files, in the order of their colours.</summary>
    public IReadOnlyList<AnalyzedFile> Files => files;

    /// <summary>Whether colours tell files apart.</summary>
    public bool IsOverlay => files.Count > 1;

    /// <summary>Label of an axis of voltage; a full cell or a dummy has no reference electrode.</summary>
    public string VoltageLabel => files.All(f => f.IsHalfCell) ? "E / V vs. Li/Li⁺" : "E / V";

    /// <summary>What tells a file from the others in a legend: its cell, and its own name where two are of the same cell.</summary>
    public string Label(AnalyzedFile file) => _labels[file];

    /// <summary>The colour of a file's curve: its own where files lie over each other, else the one that tells curves of one file apart.</summary>
    public Color Hue(AnalyzedFile file, Color within) => IsOverlay ? Look.Of(Index(file)) : within;

    /// <summary>A legend's entry: the file, and what tells curves of one file apart.</summary>
    public string Legend(AnalyzedFile file, string within) => !IsOverlay ? within : within.Length == 0 ? Label(file) : $"{Label(file)}, {within}";

    /// <summary>Curves of a kind, with the file that they are of; those without two numbers to draw are left out.</summary>
    public IEnumerable<(AnalyzedFile File, Curve Curve)> Curves(CurveKind kind) =>
        from file in files
        from curve in file.Curves
        where curve.Kind == kind && Points(curve).Any()
        select (file, curve);

    /// <summary>Whether there is a curve of a kind.</summary>
    public bool Has(CurveKind kind) => Curves(kind).Any();

    /// <summary>Results of a name, with the file that they are of; those that are no number are left out.</summary>
    public IEnumerable<(AnalyzedFile File, Result Result)> Results(string name) =>
        from file in files
        from result in file.Results
        where result.Name == name && Panel.CanBeDrawn(result.Value.Value)
        select (file, result);

    /// <summary>The points of a curve that can be drawn.</summary>
    public static IEnumerable<(double X, double Y)> Points(Curve curve)
    {
        for (var i = 0; i < Math.Min(curve.X.Count, curve.Y.Count); i++)
        {
            if (Panel.CanBeDrawn(curve.X[i]) && Panel.CanBeDrawn(curve.Y[i]))
            {
                yield return (curve.X[i], curve.Y[i]);
            }
        }
    }

    int Index(AnalyzedFile file)
    {
        for (var i = 0; i < files.Count; i++)
        {
            if (ReferenceEquals(files[i], file))
            {
                return i;
            }
        }
        return 0;
    }

    static Dictionary<AnalyzedFile, string> Labels(IReadOnlyList<AnalyzedFile> files)
    {
        var labels = new Dictionary<AnalyzedFile, string>(ReferenceEqualityComparer.Instance);
        foreach (var file in files)
        {
            var isAlone = files.Count(f => f.CellName == file.CellName) == 1;
            labels[file] = isAlone ? file.CellName : Path.GetFileNameWithoutExtension(file.Path);
        }
        return labels;
    }
}
