namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// The surface value w(theta) of dw/dtheta = lap w + s ds/dtheta, no flux, where s is the constant-flux solution: computed once for
/// a shape by finite volumes (grid growing from the surface, backward Euler in growing steps) and kept as w/theta over ln theta.
/// </summary>
sealed class SourceResponse
{
    const int Shells = 160;
    const int StepsPerDecade = 120;
    const double FirstTheta = 1e-9;
    const double LastTheta = 30;
    static readonly Lazy<SourceResponse> SphereTable = new(() => new(2));
    static readonly Lazy<SourceResponse> SlabTable = new(() => new(0));
    readonly double[] _overTheta;
    readonly double _step = Math.Log(10) / StepsPerDecade;

    SourceResponse(int power)
    {
        var grid = new RadialGrid(Shells, 2e-6, power);
        var s = new double[Shells];
        var w = new double[Shells];
        var old = new double[Shells];
        var source = new double[Shells];
        var values = new List<double>();
        var theta = 0.0;
        var next = FirstTheta;
        for (var i = 0; theta < LastTheta; i++)
        {
            // Small steps lead up to the first entry, so that its start-up error is small.
            var parts = i == 0 ? 40 : 1;
            for (var part = 0; part < parts; part++)
            {
                var h = (next - theta) / (parts - part);
                Array.Copy(s, old, Shells);
                Array.Clear(source);
                grid.Step(s, source, h, 1);
                for (var j = 0; j < Shells; j++)
                {
                    source[j] = 0.5 * (s[j] * s[j] - old[j] * old[j]);
                }
                grid.Step(w, source, h, 0);
                theta += h;
            }
            values.Add(w[Shells - 1] / theta);
            next = FirstTheta * Math.Exp((i + 1) * _step);
        }
        _overTheta = [.. values];
    }

    /// <summary>The table of a shape.</summary>
    public static SourceResponse Of(ConstantFlux shape) => ReferenceEquals(shape, ConstantFlux.Sphere) ? SphereTable.Value : SlabTable.Value;

    /// <summary>w at a theta.</summary>
    public double At(double theta)
    {
        if (!(theta > 0))
        {
            return 0;
        }
        var place = Math.Clamp(Math.Log(theta / FirstTheta) / _step, 0, _overTheta.Length - 1.001);
        var index = (int)place;
        return theta * (_overTheta[index] + (place - index) * (_overTheta[index + 1] - _overTheta[index]));
    }
}
