using CoinRig.Electrochemistry.Gitt;
using MathNet.Numerics;

namespace CoinRig.Electrochemistry.Pitt;

/// <summary>
/// The current after a step of the potential, I = (n Q D/R^2) f(theta), theta = D t/R^2, with n = 3 for a sphere and 1 for a slab fed through one face
/// (R its thickness), D constant, and a resistance (ohmic and charge transfer) in series: Lambda is the resistance of diffusion over it (Crank 1975, eqs.
/// 4.53 and 6.43; Montella 2002, J. Electroanal. Chem. 518, 61; Wen, Boukamp, Huggins and Weppner 1979, J. Electrochem. Soc. 126, 2258, for Lambda = infinity).
/// </summary>
public sealed class PotentialStepDecay
{
    const double ShortTime = 0.05;
    const int Terms = 10;
    readonly bool _isSphere;
    readonly double[] _squares = new double[Terms];
    readonly double[] _weights = new double[Terms];

    /// <summary>Makes a decay.</summary>
    /// <param name="shape">Sphere or slab.</param>
    /// <param name="lambda">Lambda; infinite where nothing but diffusion limits the current.</param>
    public PotentialStepDecay(ConstantFlux shape, double lambda)
    {
        _isSphere = ReferenceEquals(shape, ConstantFlux.Sphere);
        Lambda = lambda;
        for (var i = 0; i < Terms; i++)
        {
            var root = Root(_isSphere, lambda, i);
            _squares[i] = root * root;
            // A sphere's surface condition is that of a slab with Lambda - 1, which turns the sign of Lambda in the weight.
            _weights[i] = double.IsInfinity(lambda) ? 2 : 2 * lambda * lambda / (lambda * lambda + (_isSphere ? -lambda : lambda) + _squares[i]);
        }
    }

    /// <summary>Lambda.</summary>
    public double Lambda { get; }

    /// <summary>The first root: the long-time current falls as exp(-l^2 theta).</summary>
    public double FirstRoot => Math.Sqrt(_squares[0]);

    /// <summary>The current in units of n Q D/R^2.</summary>
    public double At(double theta)
    {
        if (theta <= ShortTime)
        {
            return Early(theta);
        }
        var sum = 0.0;
        for (var i = 0; i < Terms; i++)
        {
            sum += _weights[i] * Math.Exp(-_squares[i] * theta);
        }
        return sum;
    }

    /// <summary>Root number i, from 0, of l tan l = Lambda (slab) or l cot l = 1 - Lambda (sphere).</summary>
    public static double Root(bool isSphere, double lambda, int i)
    {
        if (double.IsInfinity(lambda))
        {
            return isSphere ? (i + 1) * Math.PI : (i + 0.5) * Math.PI;
        }
        var (low, high) = isSphere ? (i * Math.PI, (i + 1) * Math.PI) : (i * Math.PI, (i + 0.5) * Math.PI);
        for (var step = 0; step < 60; step++)
        {
            var middle = 0.5 * (low + high);
            var excess = isSphere ? -middle * Math.Cos(middle) / Math.Sin(middle) + 1 - lambda : middle * Math.Tan(middle) - lambda;
            (low, high) = excess < 0 ? (middle, high) : (low, middle);
        }
        return 0.5 * (low + high);
    }

    double Early(double theta)
    {
        var root = Math.Sqrt(theta);
        if (double.IsInfinity(Lambda))
        {
            // The images of the other side: exp(-1/theta).
            return _isSphere ? 1 / Math.Sqrt(Math.PI * theta) * (1 + 2 * Math.Exp(-1 / theta)) - 1 : 1 / Math.Sqrt(Math.PI * theta) * (1 - 2 * Math.Exp(-1 / theta));
        }
        if (!_isSphere)
        {
            return Lambda * ScaledErfc(Lambda * root);
        }
        var a = Lambda - 1;
        return Math.Abs(a) < 1e-6 ? Lambda * (1 - 2 * Lambda * Math.Sqrt(theta / Math.PI)) : Lambda * (1 - Lambda / a * (1 - ScaledErfc(a * root)));
    }

    /// <summary>exp(x^2) erfc(x).</summary>
    static double ScaledErfc(double x)
    {
        if (x < 5)
        {
            return Math.Exp(x * x) * SpecialFunctions.Erfc(x);
        }
        // Continued fraction, Abramowitz and Stegun 7.1.14.
        var fraction = 0.0;
        for (var k = 30; k > 0; k--)
        {
            fraction = k / 2.0 / (x + fraction);
        }
        return 1 / (Math.Sqrt(Math.PI) * (x + fraction));
    }
}
