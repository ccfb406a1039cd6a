namespace CoinRig.InstrumentFiles;

/// <summary>Cells are capacitive over most of a spectrum: where Im Z is mostly positive, the column may hold -Im Z.</summary>
sealed class ImpedanceSign(Batch batch, Warnings warnings) : IBatchCheck
{
    const long Fewest = 10;
    long _positive;
    long _points;

    public void See()
    {
        var hertz = batch[Meaning.Frequency];
        var imaginary = batch[Meaning.ImaginaryImpedance];
        for (var row = 0; row < imaginary.Length; row++)
        {
            if (hertz.Length > 0 && hertz[row] > 0)
            {
                _points++;
                _positive += imaginary[row] > 0 ? 1 : 0;
            }
        }
    }

    public void End()
    {
        if (_points >= Fewest && _positive > 0.7 * _points)
        {
            warnings.Add("imaginary-sign", 0, $"Im Z is positive at {_positive} of {_points} points, which would be inductive: does the column hold -Im Z? Then say im=-NAME.");
        }
    }
}
