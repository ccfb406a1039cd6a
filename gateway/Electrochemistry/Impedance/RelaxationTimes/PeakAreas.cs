namespace CoinRig.Electrochemistry.Impedance.RelaxationTimes;

/// <summary>Cuts a distribution at its valleys.</summary>
static class PeakAreas
{
    /// <summary>Nearer to an end of the measured range than this the area is extrapolated, decades.</summary>
    const double EdgeDecades = 0.3;

    public static IReadOnlyList<RelaxationPeak> Of(RelaxationProblem problem, double[] ohms, Spectrum spectrum, double smallestShare)
    {
        var peaks = new List<RelaxationPeak>();
        var total = ohms.Sum();
        var (fastest, slowest) = (1 / (2 * Math.PI * spectrum.Hertz.Max()), 1 / (2 * Math.PI * spectrum.Hertz.Min()));
        for (var first = 0; first < ohms.Length;)
        {
            var top = first;
            while (top + 1 < ohms.Length && ohms[top + 1] >= ohms[top])
            {
                top++;
            }
            var last = top;
            while (last + 1 < ohms.Length && ohms[last + 1] < ohms[last])
            {
                last++;
            }
            var area = ohms[first..(last + 1)].Sum();
            if (area > smallestShare * total && total > 0)
            {
                var seconds = problem.Seconds[top] * Math.Exp(problem.Step * Vertex(ohms, top));
                var isAtEdge = Math.Log10(seconds / fastest) < EdgeDecades || Math.Log10(slowest / seconds) < EdgeDecades;
                peaks.Add(new(seconds, new(area * problem.Step, problem.UncertaintyOfSum(first + 1, last + 1) * problem.Step * problem.Scale), isAtEdge));
            }
            first = last + 1;
        }
        return peaks;
    }

    /// <summary>The top of the parabola through a maximum and its neighbours, in steps from it.</summary>
    static double Vertex(double[] ohms, int top)
    {
        if (top == 0 || top == ohms.Length - 1)
        {
            return 0;
        }
        var curvature = ohms[top - 1] - 2 * ohms[top] + ohms[top + 1];
        return curvature < 0 ? Math.Clamp(0.5 * (ohms[top - 1] - ohms[top + 1]) / curvature, -0.5, 0.5) : 0;
    }
}
