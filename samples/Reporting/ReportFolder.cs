using System.Globalization;

namespace Reporting;

/// <summary>The folder that a run leaves.</summary>
public static class ReportFolder
{
    /// <summary>Makes a folder named for the time of day under <paramref name="output"/>, one of its own for every run.</summary>
    public static string Create(string output)
    {
        var name = DateTime.Now.ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture);
        var folder = Path.Combine(output, name);
        for (var again = 2; Directory.Exists(folder); again++)
        {
            folder = Path.Combine(output, $"{name}-{again}");
        }

        Directory.CreateDirectory(folder);
        return folder;
    }
}
