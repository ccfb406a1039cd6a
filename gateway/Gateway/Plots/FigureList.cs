namespace CoinRig.Gateway;

/// <summary>All figures that there are, in the order of a report.</summary>
static class FigureList
{
    /// <summary>The figures.</summary>
    public static IReadOnlyList<IFigure> All { get; } =
    [
        new TimeFigure(), new VoltammogramFigure(), new ScanRateFigure(), new HalfCycleFigure(), new CapacityFigure(), new FadeFigure(),
        new DifferentialCapacityFigure(), new DifferentialVoltageFigure(), new DiffusionFigure(), new PolarizationFigure(), new InterruptionFigure(),
        new ResistanceFigure(), new NyquistFigure(), new BodeFigure(), new RelaxationTimesFigure(),
    ];

    /// <summary>Those that there is something for.</summary>
    public static IReadOnlyList<IFigure> For(FigureContent content) => [.. All.Where(f => f.IsFor(content))];

    /// <summary>The figure of a name; null where there is none.</summary>
    public static IFigure? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
