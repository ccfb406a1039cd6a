namespace CoinRig.Electrochemistry.Results;

/// <summary>Reads the details of a result.</summary>
public static class ResultDetails
{
    /// <summary>A detail that is a number.</summary>
    public static double Number(this Result result, string detail, double otherwise = double.NaN)
    {
        foreach (var (name, value) in result.Details)
        {
            if (name == detail)
            {
                return value is double number ? number : otherwise;
            }
        }
        return otherwise;
    }

    /// <summary>A detail that is a word; empty where it is not there.</summary>
    public static string Word(this Result result, string detail)
    {
        foreach (var (name, value) in result.Details)
        {
            if (name == detail)
            {
                return value as string ?? "";
            }
        }
        return "";
    }
}
