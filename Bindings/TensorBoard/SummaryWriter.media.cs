using static TorchSharp.torch;
using static TorchSharp.torch.utils.tensorboard;

namespace TorchSharp.Modules;

/// <summary>Pictures, videos and sounds.</summary>
public sealed partial class SummaryWriter
{
    /// <summary>Adds a picture.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="img_tensor">Bytes from 0 to 255, or other numbers from 0 to 1; what lies outside is cut off.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="walltime">The time.</param>
    /// <param name="dataformats">What the dimensions are: CHW (the default), HWC, HW and so on.</param>
    public void add_image(string tag, Tensor img_tensor, long? global_step = null, double? walltime = null, string dataformats = "CHW") =>
        Add(Summary.image(tag, img_tensor, 1, dataformats), global_step, walltime);

    /// <summary>Adds a picture that is encoded already, as PNG, JPEG or GIF: a chart that some library drew, say.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="encoded">The whole file.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="walltime">The time.</param>
    public void add_image(string tag, byte[] encoded, long? global_step = null, double? walltime = null) =>
        Add(Summary.image(tag, encoded), global_step, walltime);

    /// <summary>Adds a picture that a library for charts drew and encoded as PNG, JPEG or GIF (Python hands its figures over).</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="encoded">The whole file.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="walltime">The time.</param>
    public void add_figure(string tag, byte[] encoded, long? global_step = null, double? walltime = null) =>
        add_image(tag, encoded, global_step, walltime);

    /// <summary>Adds pictures in a grid, eight in a row.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="img_tensor">Bytes from 0 to 255, or other numbers from 0 to 1; what lies outside is cut off.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="walltime">The time.</param>
    /// <param name="dataformats">What the dimensions are: NCHW (the default) or NHWC.</param>
    public void add_images(string tag, Tensor img_tensor, long? global_step = null, double? walltime = null, string dataformats = "NCHW") =>
        Add(Summary.image(tag, img_tensor, 1, dataformats), global_step, walltime);

    /// <summary>Adds a picture (TorchSharp's name of <see cref="add_image(string, Tensor, long?, double?, string)"/>).</summary>
    /// <inheritdoc cref="add_image(string, Tensor, long?, double?, string)"/>
    public void add_img(string tag, Tensor img_tensor, long? global_step = null, double? walltime = null, string dataformats = "CHW") =>
        add_image(tag, img_tensor, global_step, walltime, dataformats);

    /// <summary>Adds a picture from a PNG, JPEG or GIF file.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="file_name">The file.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="walltime">The time.</param>
    public void add_img(string tag, string file_name, long? global_step = null, double? walltime = null) =>
        Add(Summary.image(tag, file_name), global_step, walltime);

    /// <summary>Adds a video as an animated picture; several videos stand in a grid.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="vid_tensor">N x T x C x H x W; bytes from 0 to 255, or other numbers from 0 to 1.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="fps">Frames a second; default 4.</param>
    /// <param name="walltime">The time.</param>
    public void add_video(string tag, Tensor vid_tensor, long? global_step = null, int fps = 4, double? walltime = null) =>
        Add(Summary.video(tag, vid_tensor, fps), global_step, walltime);

    /// <summary>Adds a sound.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="snd_tensor">The samples of one channel, from -1 to 1; what lies outside is cut off.</param>
    /// <param name="global_step">The step; null for none.</param>
    /// <param name="sample_rate">Samples a second; default 44,100.</param>
    /// <param name="walltime">The time.</param>
    public void add_audio(string tag, Tensor snd_tensor, long? global_step = null, int sample_rate = 44100, double? walltime = null) =>
        Add(Summary.audio(tag, snd_tensor, sample_rate), global_step, walltime);
}
