using CoinRig.Cells;
using CoinRig.Gateway;
using CoinRig.Twin;

namespace CoinRig.Bench;

/// <summary>A step of the half-cell model as the twin takes it, beside the bare tridiagonal substitution that it needs.</summary>
static class CellBench
{
    const int Calls = 200_000;
    const int Shells = 32;
    const double StepSeconds = 0.05;

    internal static IEnumerable<Comparison> Run()
    {
        var model = CellModelFactory.Create(CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo")), seed: 1);
        var sign = 1;
        yield return Measure.Compare("cell-model step (50 ms, C/10, with voltage)", calls =>
        {
            // To and fro, so that the model stays where a cell is used.
            sign = -sign;
            for (var i = 0; i < calls; i++)
            {
                model.AdvanceCurrent(sign * 61e-6, StepSeconds);
            }
        }, "bare: tridiagonal substitution, 32 unknowns", Substitute, Calls);
    }

    static readonly double[] Lower = [.. Enumerable.Range(0, Shells).Select(i => 0.2 + 0.001 * i)];
    static readonly double[] Inverse = [.. Enumerable.Range(0, Shells).Select(i => 0.7 - 0.001 * i)];
    static readonly double[] Unknowns = [.. Enumerable.Repeat(0.5, Shells)];

    static void Substitute(int calls)
    {
        var x = Unknowns;
        for (var call = 0; call < calls; call++)
        {
            for (var i = 1; i < Shells; i++)
            {
                x[i] += Lower[i] * x[i - 1];
            }
            x[Shells - 1] *= Inverse[Shells - 1];
            for (var i = Shells - 2; i >= 0; i--)
            {
                x[i] = (x[i] + Lower[i] * x[i + 1]) * Inverse[i];
            }
        }
    }
}
