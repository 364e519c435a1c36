namespace Reporting.Tests;

public class ReportFolderTests
{
    [Fact]
    public void Two_runs_in_one_second_get_a_folder_each()
    {
        var output = Directory.CreateTempSubdirectory("reporting-");
        string[] folders = [.. Enumerable.Range(0, 3).Select(_ => ReportFolder.Create(output.FullName))];

        Assert.Equal(3, folders.Distinct().Count());
        Assert.All(folders, folder => Assert.True(Directory.Exists(folder)));
        output.Delete(recursive: true);
    }
}
