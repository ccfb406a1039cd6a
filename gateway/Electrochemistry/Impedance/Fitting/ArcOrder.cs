using CoinRig.Electrochemistry.Impedance.Circuits;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>Arcs of one shape in series can change places without a change of the impedance; here the fast one comes first.</summary>
static class ArcOrder
{
    /// <summary>Puts coordinates into order.</summary>
    public static void Sort(CircuitProblem problem, double[] x)
    {
        var groups = problem.Circuit.SeriesParts.OfType<ParallelNode>().GroupBy(p => p.Shape).Where(g => g.Count() > 1);
        foreach (var group in groups)
        {
            var blocks = group.Select(part => part.Elements.First().First).ToArray();
            var length = group.First().Elements.Sum(e => ElementTable.Parameters(e.Kind, "").Length);
            if (blocks.Any(b => Enumerable.Range(b, length).Any(i => !problem.Free.Contains(i))))
            {
                continue;
            }
            var sorted = blocks.OrderBy(b => LogSeconds(problem, x, b, length)).ToArray();
            var before = x.ToArray();
            for (var i = 0; i < blocks.Length; i++)
            {
                Array.Copy(before, sorted[i], x, blocks[i], length);
            }
        }
    }

    static double LogSeconds(CircuitProblem problem, double[] x, int first, int length) =>
        StartFeature.Of(problem.Circuit).Find(f => f.Form == FeatureForm.Arc && f.Scale >= first && f.Scale < first + length) is { } arc
            ? (x[arc.Scale] + x[arc.Second]) / (arc.Exponent < 0 ? 1 : x[arc.Exponent]) : 0;
}
