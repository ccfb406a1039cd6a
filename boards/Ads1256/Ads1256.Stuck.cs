namespace Iot.Device.Ads1256;

public sealed partial class Ads1256
{
    /// <summary>So many times in a row another input has given the very same code: noise alone makes that impossible.</summary>
    const int MostSameCodes = 4;

    /// <summary>Nearer to zero than this, inputs without a voltage may well give the same code.</summary>
    const int LeastDoubtfulCode = 1000;

    int _lastCode;
    byte _lastMux;
    int _sameCodes;

    /// <summary>A result that does not change with the inputs is none.</summary>
    void RequireAlive(int code)
    {
        var mux = _shadow[(int)Register.Mux];
        if (code != _lastCode || Math.Abs(code) < LeastDoubtfulCode || code is HighestCode or LowestCode)
        {
            _sameCodes = 0;
        }
        else if (mux != _lastMux)
        {
            _sameCodes++;
        }
        (_lastCode, _lastMux) = (code, mux);
        if (_sameCodes >= MostSameCodes)
        {
            _sameCodes = 0;
            throw new Ads1256StuckException(code, MostSameCodes + 1);
        }
    }
}
