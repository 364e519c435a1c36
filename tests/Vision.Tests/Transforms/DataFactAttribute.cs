namespace TorchSharp.Transforms.Tests;

/// <summary>A test that reads a folder of real data and is skipped where there is none.</summary>
public sealed class DataFactAttribute : FactAttribute
{
    /// <param name="folder">The folder's name under <c>shared/data</c> beside the repository.</param>
    public DataFactAttribute(string folder)
    {
        if (Repository.Data(folder) is null)
        {
            Skip = $"There is no shared/data/{folder} beside the repository.";
        }
    }
}
