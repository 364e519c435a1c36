using Reporting;
using SoundClassification.Training;
using TorchSharp;

namespace SoundClassification.Tests.Training;
public class SoundFilesTests
{
    [Fact]
    public void Folders_are_classes()
    {
        using var folder = new TemporaryFolder();
        folder.AddSound("bark/1.wav");
        folder.AddSound("bark/2.flac");
        folder.AddSound("meow/1.wav", frames: 1600, rate: 16000, channels: 2);

        var files = SoundFiles.Check(folder.Path);

        Assert.Equal(["bark", "meow"], files.Classes);
        Assert.Equal([0, 0, 1], files.Labels);
        Assert.Null(files.Indices);
        Assert.Equal([8000, 8000, 16000], files.About.Select(about => about.sample_rate));
    }

    [Fact]
    public void Without_folders_the_names_tell_the_class_and_the_number()
    {
        using var folder = new TemporaryFolder();
        folder.AddSound("3_jackson_12.wav");
        folder.AddSound("3_theo_0.wav");
        folder.AddSound("turn_left_theo_7.wav");
        File.WriteAllText(Path.Combine(folder.Path, "readme.txt"), "not a sound");

        var files = SoundFiles.Check(folder.Path);

        Assert.Equal(["3", "turn_left"], files.Classes);
        Assert.Equal([12, 0, 7], files.Indices);
    }

    [Fact]
    public void What_is_wrong_with_a_folder_is_said_with_its_name()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("no folder nowhere", Assert.Throws<DemoException>(() => SoundFiles.Check("nowhere")).Message);
        Assert.Contains(folder.Path, Problem.Explain(Assert.ThrowsAny<IOException>(() => SoundFiles.Check(folder.Path))));
        folder.AddSound("bark/1.wav");
        Assert.Contains("'bark' alone", Assert.Throws<DemoException>(() => SoundFiles.Check(folder.Path)).Message);
    }

    [Theory]
    [InlineData("text.flac", "Hello, I am no sound.", "it begins with 'Hello, I am no s'")]
    [InlineData("empty.wav", "", "it is empty")]
    public void A_broken_sound_is_named(string name, string content, string message)
    {
        using var folder = new TemporaryFolder();
        folder.AddSound("bark/1.wav");
        folder.AddSound("meow/1.wav");
        var path = Path.Combine(folder.Path, "meow", name);
        File.WriteAllText(path, content);

        var problem = Problem.Explain(Assert.ThrowsAny<Exception>(() => SoundFiles.Check(folder.Path)))!;

        Assert.Contains(path, problem);
        Assert.Contains(message, problem);
    }

    [Fact]
    public void A_sound_of_no_frames_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.AddSound("bark/1.wav");
        var silent = folder.AddSound("meow/1.wav", frames: 0);
        Assert.Contains(silent, Assert.Throws<DemoException>(() => SoundFiles.Check(folder.Path)).Message);
    }
}
