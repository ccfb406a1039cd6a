using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoinRig.Twin;

/// <summary>
/// Diffusion in the particles by finite volumes and backward Euler, with D(x) = D50 10^(-a (x - 0.5)) (electrochemistry.md
/// 1.3). The composition after a step is linear in the surface flux, so a step is: <see cref="Begin"/>, choose the flux with
/// the help of <see cref="Outer"/> and <see cref="OuterPerFlux"/>, <see cref="Complete"/>. Allocates nothing.
/// </summary>
sealed class ParticleDiffusion
{
    /// <summary>The twin has three or four lengths of step, the first seconds after a change of current a few more.</summary>
    const int KeptFactorisations = 8;

    /// <summary>How far x may move, times d ln D/dx, before the diffusivities are taken anew: 2 uV (electrochemistry.md 1.3).</summary>
    const double TolerableChange = 1e-3;

    /// <summary>Below this times d ln D/dx, the mean of D over an interval is that of its ends.</summary>
    const double NearlyEqual = 1e-4;

    readonly ShellGrid _grid;
    readonly double[] _composition, _reference, _conductances, _increments, _diffusivities;
    readonly KeptFactorisation[] _kept = new KeptFactorisation[KeptFactorisations];
    KeptFactorisation _current;
    double _tolerableMove;
    bool _stale = true;
    long _generation, _uses;

    internal ParticleDiffusion(ShellGrid grid, double composition)
    {
        _grid = grid;
        _composition = new double[grid.Shells + 2];
        _reference = new double[grid.Shells + 2];
        _conductances = new double[grid.Shells + 2];
        _increments = new double[grid.Shells + 2];
        _diffusivities = new double[grid.Shells + 2];
        for (var i = 0; i < _kept.Length; i++)
        {
            _kept[i] = new KeptFactorisation(grid.Shells);
        }
        _current = _kept[0];
        _composition.AsSpan(1, grid.Shells).Fill(composition);
    }

    /// <summary>D50/R^2, 1/s.</summary>
    internal double Rate { get; private set; }

    /// <summary>-d ln D/dx = a ln 10.</summary>
    internal double LogSlope { get; private set; }

    /// <summary>Composition of the outermost shell; during a step, what it will be without flux.</summary>
    internal double Outer { get; private set; }

    /// <summary>Change of the outermost shell's composition with the flux, s.</summary>
    internal double OuterPerFlux { get; private set; }

    /// <summary>Mean composition.</summary>
    internal double Mean
    {
        get
        {
            var sum = 0.0;
            for (var s = 1; s <= _grid.Shells; s++)
            {
                sum += _grid.Volumes[s] * _composition[s];
            }
            return sum;
        }
    }

    /// <summary>Difference between the highest and the lowest composition.</summary>
    internal double Spread
    {
        get
        {
            double low = double.MaxValue, high = double.MinValue;
            foreach (var x in _composition.AsSpan(1, _grid.Shells))
            {
                (low, high) = (Math.Min(low, x), Math.Max(high, x));
            }
            return high - low;
        }
    }

    /// <summary>Composition of the outermost shell now.</summary>
    internal double OuterNow => _composition[_grid.Shells];

    internal void SetDiffusivity(double rate, double logSlope)
    {
        Rate = rate;
        LogSlope = logSlope;
        _tolerableMove = TolerableChange / Math.Abs(logSlope);
        _stale = true;
    }

    /// <summary>D/R^2 at a composition, 1/s.</summary>
    internal double RateAt(double composition) => Rate * Math.Exp(-LogSlope * (composition - 0.5));

    /// <summary>First half of a step: everything that does not depend on the flux.</summary>
    internal void Begin(double stepSeconds)
    {
        if (_stale)
        {
            TakeDiffusivities();
        }
        _current = Factorised(stepSeconds);
        var inverse = _current.Inverse;
        ref var x = ref MemoryMarshal.GetArrayDataReference(_composition);
        ref var g = ref MemoryMarshal.GetArrayDataReference(_conductances);
        ref var p = ref MemoryMarshal.GetArrayDataReference(inverse);
        ref var d = ref MemoryMarshal.GetArrayDataReference(_increments);
        var last = (nuint)_grid.Shells;
        for (nuint s = 1; s <= last; s += 4)
        {
            var own = Vector256.LoadUnsafe(ref x, s);
            var inner = Vector256.LoadUnsafe(ref g, s - 1) * (Vector256.LoadUnsafe(ref x, s - 1) - own);
            var outer = Vector256.LoadUnsafe(ref g, s) * (own - Vector256.LoadUnsafe(ref x, s + 1));
            ((inner - outer) * Vector256.LoadUnsafe(ref p, s)).StoreUnsafe(ref d, s);
        }
        var increments = _increments.AsSpan();
        var inwards = _current.Inwards.AsSpan(0, increments.Length);
        var carried = 0.0;
        for (var s = 1; s < increments.Length - 1; s++)
        {
            carried = Math.FusedMultiplyAdd(inwards[s], carried, increments[s]);
            increments[s] = carried;
        }
        Outer = _composition[_grid.Shells] + carried;
        OuterPerFlux = -inverse[_grid.Shells];
    }

    /// <summary>Second half of a step.</summary>
    /// <param name="flux">Rate at which the mean composition falls, 1/s.</param>
    internal void Complete(double flux)
    {
        var increments = _increments.AsSpan();
        var outwards = _current.Outwards.AsSpan(0, increments.Length);
        var composition = _composition.AsSpan(0, increments.Length);
        var carried = increments[^2] + OuterPerFlux * flux;
        composition[^2] += carried;
        for (var s = increments.Length - 3; s >= 1; s--)
        {
            carried = Math.FusedMultiplyAdd(outwards[s], carried, increments[s]);
            composition[s] += carried;
        }
        _stale = HasMoved();
    }

    bool HasMoved()
    {
        ref var x = ref MemoryMarshal.GetArrayDataReference(_composition);
        ref var r = ref MemoryMarshal.GetArrayDataReference(_reference);
        var largest = Vector256<double>.Zero;
        for (nuint s = 1; s <= (nuint)_grid.Shells; s += 4)
        {
            largest = Vector256.Max(largest, Vector256.Abs(Vector256.LoadUnsafe(ref x, s) - Vector256.LoadUnsafe(ref r, s)));
        }
        return Vector256.GreaterThanAny(largest, Vector256.Create(_tolerableMove));
    }

    /// <summary>Takes each face's diffusivity as the exact mean of D over the interval between its shells.</summary>
    void TakeDiffusivities()
    {
        _composition.CopyTo(_reference, 0);
        _stale = false;
        _generation++;
        for (var s = 1; s <= _grid.Shells; s++)
        {
            _diffusivities[s] = RateAt(_composition[s]);
        }
        for (var s = 1; s < _grid.Shells; s++)
        {
            var exponent = LogSlope * (_composition[s + 1] - _composition[s]);
            var mean = Math.Abs(exponent) < NearlyEqual
                ? (_diffusivities[s] + _diffusivities[s + 1]) / 2
                : (_diffusivities[s] - _diffusivities[s + 1]) / exponent;
            _conductances[s] = _grid.FaceFactors[s] * mean;
        }
    }

    KeptFactorisation Factorised(double stepSeconds)
    {
        var oldest = _kept[0];
        foreach (var kept in _kept)
        {
            if (kept.StepSeconds == stepSeconds && kept.Generation == _generation)
            {
                kept.LastUse = ++_uses;
                return kept;
            }
            oldest = kept.LastUse < oldest.LastUse ? kept : oldest;
        }
        oldest.Make(stepSeconds, _generation, _grid, _conductances);
        oldest.LastUse = ++_uses;
        return oldest;
    }
}
