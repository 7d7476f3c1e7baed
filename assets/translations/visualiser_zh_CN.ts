<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About this program</source>
        <translation>关于这个程序</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window.</source>
        <translation>关闭这个窗口。</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Copy these lines, for instance for a report of an error.</source>
        <translation>复制这些行，例如用于报告错误。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>MIT: use, change and pass on as you like; without any warranty.</source>
        <translation>MIT：可以任意使用、修改和分发；不作任何担保。</translation>
    </message>
    <message>
        <source>Neural network visualiser</source>
        <translation>神经网络可视化</translation>
    </message>
    <message>
        <source>Of this program.</source>
        <translation>这个程序的版本。</translation>
    </message>
    <message>
        <source>Python {python}, NumPy {numpy}, PySide {pyside}</source>
        <translation>Python {python}，NumPy {numpy}，PySide {pyside}</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行环境</translation>
    </message>
    <message>
        <source>See a small neural network learn handwritten digits, step by step.</source>
        <translation>看一个小神经网络怎样一步一步学会辨认手写数字。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The file of what is remembered between two starts.</source>
        <translation>两次启动之间记住的东西所在的文件。</translation>
    </message>
    <message>
        <source>The folder where runs are kept that were not saved yet.</source>
        <translation>存放尚未保存的训练的文件夹。</translation>
    </message>
    <message>
        <source>The folder where unexpected errors are written down.</source>
        <translation>记录意外错误的文件夹。</translation>
    </message>
    <message>
        <source>The libraries that it uses.</source>
        <translation>它所用的库。</translation>
    </message>
    <message>
        <source>The name of this program.</source>
        <translation>这个程序的名字。</translation>
    </message>
    <message>
        <source>The program&apos;s icon.</source>
        <translation>程序的图标。</translation>
    </message>
    <message>
        <source>Unsaved runs</source>
        <translation>未保存的训练</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>What this program is for.</source>
        <translation>这个程序是做什么的。</translation>
    </message>
    <message>
        <source>What you may do with this program.</source>
        <translation>你可以拿这个程序做什么。</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>不保存</translation>
    </message>
</context>
<context>
    <name>Accessible</name>
    <message>
        <source>All its W and B are frozen: steps leave them as they are.</source>
        <translation>它的 W 和 B 全部冻结：各步都不改变它们。</translation>
    </message>
    <message>
        <source>Input, number {index}</source>
        <translation>输入，第 {index} 个数</translation>
    </message>
    <message>
        <source>Input, row {row}, column {column}</source>
        <translation>输入，第 {row} 行第 {column} 列</translation>
    </message>
    <message>
        <source>Input, {count} numbers</source>
        <translation>输入，{count} 个数</translation>
    </message>
    <message>
        <source>Input, {count} pixels</source>
        <translation>输入，{count} 个像素</translation>
    </message>
    <message>
        <source>Layer {layer}, 1 neuron</source>
        <translation>第 {layer} 层，1 个神经元</translation>
    </message>
    <message>
        <source>Layer {layer}, neuron {index}</source>
        <translation>第 {layer} 层，神经元 {index}</translation>
    </message>
    <message>
        <source>Layer {layer}, {count} neurons</source>
        <translation>第 {layer} 层，{count} 个神经元</translation>
    </message>
    <message>
        <source>Output {index}, “{name}”</source>
        <translation>输出 {index}，“{name}”</translation>
    </message>
    <message>
        <source>a = {a}</source>
        <translation>a = {a}</translation>
    </message>
    <message>
        <source>a = {a}, B = {B}, S = {S}</source>
        <translation>a = {a}，B = {B}，S = {S}</translation>
    </message>
    <message>
        <source>a is held at {a}, B = {B}, S = {S}</source>
        <translation>a 固定为 {a}，B = {B}，S = {S}</translation>
    </message>
    <message>
        <source>{numbers}. {frozen}</source>
        <translation>{numbers}。{frozen}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Back by a phase</source>
        <translation>退一个阶段</translation>
    </message>
    <message>
        <source>Back by an epoch</source>
        <translation>退一轮</translation>
    </message>
    <message>
        <source>Begin a new run with other start values.</source>
        <translation>用另一组初始值开始一次新的训练。</translation>
    </message>
    <message>
        <source>Begin a new run with the same start values.</source>
        <translation>用同样的初始值开始一次新的训练。</translation>
    </message>
    <message>
        <source>Begin a new run with the weights in a file.</source>
        <translation>用文件里的权重开始一次新的训练。</translation>
    </message>
    <message>
        <source>Browse examples …</source>
        <translation>浏览样本…</translation>
    </message>
    <message>
        <source>Change what is selected …</source>
        <translation>更改选中的部分…</translation>
    </message>
    <message>
        <source>Choose data …</source>
        <translation>选择数据…</translation>
    </message>
    <message>
        <source>Choose optimiser, schedule, penalties, σ and more.</source>
        <translation>选择优化器、学习率调度、惩罚项、σ 等等。</translation>
    </message>
    <message>
        <source>Choose scale, rings, layers and more of the network&apos;s picture.</source>
        <translation>选择网络图的比例、圆环、层等等。</translation>
    </message>
    <message>
        <source>Compare it with classifiers that only know what is average.</source>
        <translation>与只知道平均情况的简单分类器作比较。</translation>
    </message>
    <message>
        <source>Compare two runs side by side …</source>
        <translation>并排比较两次训练…</translation>
    </message>
    <message>
        <source>About this program …</source>
        <translation>关于这个程序…</translation>
    </message>
    <message>
        <source>At this step, no change has been undone.</source>
        <translation>在这一步没有撤销过更改。</translation>
    </message>
    <message>
        <source>Begin the run that a text of somebody else tells of.</source>
        <translation>按别人给的一段文字开始同样的训练。</translation>
    </message>
    <message>
        <source>C over a plane …</source>
        <translation>平面上的 C…</translation>
    </message>
    <message>
        <source>Choose theme, language, size, colours, numbers and more.</source>
        <translation>选择主题、语言、大小、颜色、数字等等。</translation>
    </message>
    <message>
        <source>Close the window; ask first whether to save what would be lost.</source>
        <translation>关闭窗口；会丢失的东西先问要不要保存。</translation>
    </message>
    <message>
        <source>Copy a short text with which others open this very run.</source>
        <translation>复制一小段文字，别人用它可以打开这同一次训练。</translation>
    </message>
    <message>
        <source>Copy set-up</source>
        <translation>复制设定</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Draw a digit of your own, and see what the network answers.</source>
        <translation>自己写一个数字，看网络怎么回答。</translation>
    </message>
    <message>
        <source>Draw …</source>
        <translation>手写…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Exchange this run for the one that was there before it began.</source>
        <translation>把这次训练换成它开始之前的那一次。</translation>
    </message>
    <message>
        <source>Export the cost of every step …</source>
        <translation>导出每一步的代价…</translation>
    </message>
    <message>
        <source>Export the weights of this step …</source>
        <translation>导出这一步的权重…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Find a command …</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Forward by an epoch</source>
        <translation>进一轮</translation>
    </message>
    <message>
        <source>Freeze the selected neuron, knock it out, or draw it anew.</source>
        <translation>冻结、屏蔽选中的神经元，或给它重新随机取值。</translation>
    </message>
    <message>
        <source>Go back to the network before its first step.</source>
        <translation>回到第一步之前的网络。</translation>
    </message>
    <message>
        <source>Go back to the phase before, or into the step before.</source>
        <translation>回到上一个阶段，或退回前一步之中。</translation>
    </message>
    <message>
        <source>Go back to the run before</source>
        <translation>回到之前那次训练</translation>
    </message>
    <message>
        <source>Go to the newest step</source>
        <translation>到最新一步</translation>
    </message>
    <message>
        <source>Go to the start of the next epoch; train until it is reached.</source>
        <translation>到下一轮的开始；必要时训练到那里。</translation>
    </message>
    <message>
        <source>Go to the start of this epoch, or of the one before it.</source>
        <translation>回到本轮的开始，或上一轮的开始。</translation>
    </message>
    <message>
        <source>Gradients, saturation, histograms over the run …</source>
        <translation>训练过程中的梯度、饱和与直方图…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Hide the controls that a lesson does not need.</source>
        <translation>隐藏这节课用不到的控件。</translation>
    </message>
    <message>
        <source>How the network is drawn …</source>
        <translation>网络怎么画…</translation>
    </message>
    <message>
        <source>Import weights …</source>
        <translation>导入权重…</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>It has its usual size.</source>
        <translation>已经是通常的大小。</translation>
    </message>
    <message>
        <source>It is as large as can be.</source>
        <translation>已经是最大了。</translation>
    </message>
    <message>
        <source>It is as small as can be.</source>
        <translation>已经是最小了。</translation>
    </message>
    <message>
        <source>Keep the shown example in view, or no longer.</source>
        <translation>让当前样本一直可见，或不再如此。</translation>
    </message>
    <message>
        <source>Keys …</source>
        <translation>按键…</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Let the lines show W, W·a, ∂C/∂W, ΔW or W−W′, in turn.</source>
        <translation>让连线依次显示 W、W·a、∂C/∂W、ΔW 或 W−W′。</translation>
    </message>
    <message>
        <source>Let the panels stay where they are, or be dragged elsewhere.</source>
        <translation>让面板固定在原处，或可以拖到别处。</translation>
    </message>
    <message>
        <source>Lines show another quantity</source>
        <translation>连线显示另一个量</translation>
    </message>
    <message>
        <source>List every command with its keys, and choose other keys.</source>
        <translation>列出所有命令和按键，并可以换成别的按键。</translation>
    </message>
    <message>
        <source>Lock the panels</source>
        <translation>锁定面板</translation>
    </message>
    <message>
        <source>Make the change again that was undone.</source>
        <translation>把撤销的更改再做一次。</translation>
    </message>
    <message>
        <source>Make the inspector large and the cost plot low.</source>
        <translation>让检查器变大，代价曲线变矮。</translation>
    </message>
    <message>
        <source>New network …</source>
        <translation>新网络…</translation>
    </message>
    <message>
        <source>Next digit</source>
        <translation>下一个数字</translation>
    </message>
    <message>
        <source>No other run has been put aside.</source>
        <translation>没有搁置的其他训练。</translation>
    </message>
    <message>
        <source>No step has been taken yet.</source>
        <translation>还没有走过一步。</translation>
    </message>
    <message>
        <source>Open a saved run in the place of this one.</source>
        <translation>打开一个保存过的训练，取代当前的训练。</translation>
    </message>
    <message>
        <source>Open a tour …</source>
        <translation>打开导览…</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Paste set-up …</source>
        <translation>粘贴设定…</translation>
    </message>
    <message>
        <source>Pin what is shown</source>
        <translation>钉住当前样本</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Preferences …</source>
        <translation>偏好设置…</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Previous digit</source>
        <translation>上一个数字</translation>
    </message>
    <message>
        <source>Put a network together, and begin a new run with it.</source>
        <translation>搭一个网络，并用它开始新的训练。</translation>
    </message>
    <message>
        <source>Put the panels where they are at first: the network large.</source>
        <translation>把面板放回最初的位置：网络占大部分。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Random noise</source>
        <translation>随机噪声</translation>
    </message>
    <message>
        <source>Read chapters that somebody has written, from a folder.</source>
        <translation>从文件夹里读别人写的章节。</translation>
    </message>
    <message>
        <source>Read short chapters and do them in this window; or close them.</source>
        <translation>读简短的章节，并在这个窗口里照着做；再按一次就关闭。</translation>
    </message>
    <message>
        <source>Return to where training left off.</source>
        <translation>回到训练停下来的地方。</translation>
    </message>
    <message>
        <source>Run to the end of the epoch</source>
        <translation>训练到本轮结束</translation>
    </message>
    <message>
        <source>Run until …</source>
        <translation>训练直到…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save C of every step as a table, with the results of tests.</source>
        <translation>把每一步的 C 连同测试结果保存成表格。</translation>
    </message>
    <message>
        <source>Save W and B of the step that is shown, for other programs.</source>
        <translation>把显示的这一步的 W 和 B 保存下来，供其他程序使用。</translation>
    </message>
    <message>
        <source>Save all steps in another file, which the run has from then on.</source>
        <translation>把所有步保存到另一个文件，此后这次训练就用那个文件。</translation>
    </message>
    <message>
        <source>Save all steps in the run&apos;s file; ask for one at first.</source>
        <translation>把所有步保存到这次训练的文件里；第一次会询问文件名。</translation>
    </message>
    <message>
        <source>Save as link file …</source>
        <translation>存为链接文件…</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save how the panels stand, rename it, delete it.</source>
        <translation>保存面板现在的样子，重命名或删除它。</translation>
    </message>
    <message>
        <source>Save or copy the picture …</source>
        <translation>保存或复制图片…</translation>
    </message>
    <message>
        <source>Save the network&apos;s picture as PNG or SVG, or copy it.</source>
        <translation>把网络图存成 PNG 或 SVG，或复制它。</translation>
    </message>
    <message>
        <source>Save the set-up as a small file that opens this very run.</source>
        <translation>把设定存成一个小文件，用它可以打开这同一次训练。</translation>
    </message>
    <message>
        <source>See what data there is, and begin a new run with it.</source>
        <translation>看看有哪些数据，并用它开始一次新的训练。</translation>
    </message>
    <message>
        <source>Show C over two directions, with the path travelled.</source>
        <translation>显示沿两个方向的 C，以及走过的路径。</translation>
    </message>
    <message>
        <source>Show accuracy, each class&apos;s, and what is read as what.</source>
        <translation>显示正确率、每一类的正确率，以及什么被认作了什么。</translation>
    </message>
    <message>
        <source>Show all examples as small pictures, and how each is read.</source>
        <translation>用小图显示所有样本，以及每个被认作什么。</translation>
    </message>
    <message>
        <source>Show everything in the window as large as the desktop has it.</source>
        <translation>让窗口里的一切和桌面上的一样大。</translation>
    </message>
    <message>
        <source>Show everything in the window larger, as for a projector.</source>
        <translation>让窗口里的一切变大，例如为了投影。</translation>
    </message>
    <message>
        <source>Show everything in the window smaller.</source>
        <translation>让窗口里的一切变小。</translation>
    </message>
    <message>
        <source>Show how the answer to the shown example changed.</source>
        <translation>显示对当前样本的回答是怎样变化的。</translation>
    </message>
    <message>
        <source>Show the network noise, to see how sure it is of nothing.</source>
        <translation>给网络看噪声，看它对什么也不是的东西有多确信。</translation>
    </message>
    <message>
        <source>Show the network the next example.</source>
        <translation>给网络看下一个样本。</translation>
    </message>
    <message>
        <source>Show the network the previous example.</source>
        <translation>给网络看上一个样本。</translation>
    </message>
    <message>
        <source>Show the network, C and what is selected in large type.</source>
        <translation>用大字显示网络、C 和选中的部分。</translation>
    </message>
    <message>
        <source>Show the phases of the next step, one at each press.</source>
        <translation>每按一次，显示下一步的一个阶段。</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>显示整个网络</translation>
    </message>
    <message>
        <source>Show this run beside another one, both at the same step.</source>
        <translation>把这次训练和另一次并排显示，两边处在同一步。</translation>
    </message>
    <message>
        <source>Show version and licence, and where settings and log are kept.</source>
        <translation>显示版本、许可证，以及设置和日志放在哪里。</translation>
    </message>
    <message>
        <source>Show what became of every layer’s gradient, W and a.</source>
        <translation>显示每一层的梯度、W 和 a 一路怎样变化。</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Start again from new random weights</source>
        <translation>用新的随机权重重新开始</translation>
    </message>
    <message>
        <source>Start again from the same weights</source>
        <translation>用同样的权重重新开始</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>走一步</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>退一步</translation>
    </message>
    <message>
        <source>Step phase by phase</source>
        <translation>逐阶段走一步</translation>
    </message>
    <message>
        <source>Take back the newest change, and be at its step.</source>
        <translation>撤回最新的一次更改，并回到它所在的那一步。</translation>
    </message>
    <message>
        <source>Take one gradient step on one mini-batch.</source>
        <translation>用一个小批量做一步梯度下降。</translation>
    </message>
    <message>
        <source>Take the last gradient step back, exactly.</source>
        <translation>精确地撤回最后一步梯度下降。</translation>
    </message>
    <message>
        <source>Test results …</source>
        <translation>测试结果…</translation>
    </message>
    <message>
        <source>The answer over the run …</source>
        <translation>训练过程中的回答…</translation>
    </message>
    <message>
        <source>The network is untrained now.</source>
        <translation>网络现在就是未训练的。</translation>
    </message>
    <message>
        <source>The newest step is shown now.</source>
        <translation>现在显示的就是最新一步。</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Train until every training example has been used.</source>
        <translation>一直训练，直到所有训练样本都用过一遍。</translation>
    </message>
    <message>
        <source>Train until something comes true, as C falling below a value.</source>
        <translation>一直训练，直到某个条件成立，例如 C 降到某个值以下。</translation>
    </message>
    <message>
        <source>Train, one gradient step after the other; or pause.</source>
        <translation>一步接一步地训练；再按一次则暂停。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do, and do it.</source>
        <translation>输入几个字，找到想做的事，然后执行。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Untrained</source>
        <translation>未训练</translation>
    </message>
    <message>
        <source>Up to this step, nothing has been changed.</source>
        <translation>到这一步为止没有更改过什么。</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>通常的大小</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>What a network must beat …</source>
        <translation>网络必须胜过什么…</translation>
    </message>
    <message>
        <source>What a step does …</source>
        <translation>一步做什么…</translation>
    </message>
    <message>
        <source>What is shown …</source>
        <translation>显示什么…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Your layouts …</source>
        <translation>你的布局…</translation>
    </message>
    <message>
        <source>Zoom out until all of the network is seen.</source>
        <translation>缩小到能看见整个网络。</translation>
    </message>
    <message>
        <source>{tip} Key: {keys}</source>
        <translation>{tip}按键：{keys}</translation>
    </message>
</context>
<context>
    <name>ActivationCurve</name>
    <message>
        <source>A curve of σ shows how a follows from S, where a follows from S alone.</source>
        <translation>在 a 只由 S 决定的地方，σ 的曲线说明 a 怎样随 S 而定。</translation>
    </message>
    <message>
        <source>Dead for this input: {a} is 0 and stays so until {S} rises above 0; it passes no gradient on.</source>
        <translation>对这个输入是死的：{a} 是 0，在 {S} 升到 0 以上之前一直如此；它不传递梯度。</translation>
    </message>
    <message>
        <source>Dead for this input: {sigma}({S}) is 0 and stays so until {S} rises above 0; of the gradient, only {B} gets any.</source>
        <translation>对这个输入是死的：{sigma}({S}) 是 0，在 {S} 升到 0 以上之前一直如此；梯度只有 {B} 得到一点。</translation>
    </message>
    <message>
        <source>How steep σ is at this S, and so how much of ∂C/∂a reaches S. The straight line has this slope; where σ is almost flat, the ground is shaded. σ(S) = {sigma}; σ′(S) = {slope}, in which a is σ(S).</source>
        <translation>σ 在这个 S 处有多陡，也就是 ∂C/∂a 有多少传到 S。直线的斜率就是它；σ 几乎是平的地方，底色较深。σ(S) = {sigma}；σ′(S) = {slope}，其中 a 是 σ(S)。</translation>
    </message>
    <message>
        <source>If {S} falls by {step}, {a} changes by about {change}.</source>
        <translation>如果 {S} 减少 {step}，{a} 大约变化 {change}。</translation>
    </message>
    <message>
        <source>If {S} rises by {step}, {a} changes by about {change}.</source>
        <translation>如果 {S} 增加 {step}，{a} 大约变化 {change}。</translation>
    </message>
    <message>
        <source>S is {S}, σ(S) is {fired} and σ′(S) is {slope}.</source>
        <translation>S 是 {S}，σ(S) 是 {fired}，σ′(S) 是 {slope}。</translation>
    </message>
    <message>
        <source>Saturated: {S} can change much while {a} hardly does, so its weights learn slowly.</source>
        <translation>饱和：{S} 可以变很多而 {a} 几乎不变，所以它的权重学得慢。</translation>
    </message>
    <message>
        <source>Saturated: {S} can change much while {a} hardly does. This cost makes up for it: ∂C/∂{S} = {a} − t.</source>
        <translation>饱和：{S} 可以变很多而 {a} 几乎不变。这种代价弥补了这一点：∂C/∂{S} = {a} − t。</translation>
    </message>
    <message>
        <source>This neuron is held: {a} is {value} whatever {S} is, so no curve decides it.</source>
        <translation>这个神经元被固定：不论 {S} 是多少，{a} 都是 {value}，没有曲线决定它。</translation>
    </message>
    <message>
        <source>{S} is no finite number, so it has no place on a curve.</source>
        <translation>{S} 不是有限的数，所以它在曲线上没有位置。</translation>
    </message>
    <message>
        <source>{a} depends on every {S} of this layer, not on this one alone, so there is no single curve to draw.</source>
        <translation>{a} 取决于这一层的每个 {S}，而不只是这一个，所以画不出单独一条曲线。</translation>
    </message>
    <message>
        <source>{sigma} is a straight line: its slope is the same at every {S}.</source>
        <translation>{sigma} 是一条直线：在每个 {S} 处斜率都一样。</translation>
    </message>
    <message>
        <source>σ at S</source>
        <translation>S 处的 σ</translation>
    </message>
</context>
<context>
    <name>AlterationSliders</name>
    <message>
        <source>Add a random number to each pixel; this is its standard deviation.</source>
        <translation>给每个像素加一个随机数；这是它的标准差。</translation>
    </message>
    <message>
        <source>Add this share of the picture&apos;s side to each side of a stroke.</source>
        <translation>在笔画每一侧加上边长的这个比例。</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>什么也不改</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>Draw other random numbers for the noise.</source>
        <translation>为噪声另取一组随机数。</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反色</translation>
    </message>
    <message>
        <source>Let ink be paper and paper ink: a becomes 1 − a.</source>
        <translation>墨变纸，纸变墨：a 变为 1 − a。</translation>
    </message>
    <message>
        <source>Move the picture by this share of its side: beyond it, ink is lost.</source>
        <translation>按边长的这个比例移动图：移出去的墨就没有了。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Other noise</source>
        <translation>换一种噪声</translation>
    </message>
    <message>
        <source>Put all of these back to where they change nothing.</source>
        <translation>把这些全部放回什么也不改的位置。</translation>
    </message>
    <message>
        <source>Scale the picture about its middle by this factor.</source>
        <translation>把图绕中心按这个倍数缩放。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>粗细</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>向右</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Turn the picture about its middle, clockwise, by so many degrees.</source>
        <translation>把图绕中心顺时针旋转这么多度。</translation>
    </message>
    <message>
        <source>{degrees}°</source>
        <translation>{degrees}°</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message>
        <source>×{factor}</source>
        <translation>×{factor}</translation>
    </message>
</context>
<context>
    <name>AnswerBox</name>
    <message>
        <source>Look at the window, then choose an answer.</source>
        <translation>先看窗口，再选一个答案。</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>不太对。</translation>
    </message>
    <message>
        <source>Put the window into the state that the question is about.</source>
        <translation>让窗口进入这个问题所说的状态。</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>答对了。</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>带我去看</translation>
    </message>
    <message>
        <source>This is about another state of the network.</source>
        <translation>这里问的是网络的另一个状态。</translation>
    </message>
    <message>
        <source>Whether the answer that you chose is right.</source>
        <translation>你选的答案对不对。</translation>
    </message>
    <message>
        <source>Which answer is right is worked out from what the window shows.</source>
        <translation>哪个答案对，是根据窗口所显示的算出来的。</translation>
    </message>
    <message>
        <source>Why it is so.</source>
        <translation>为什么是这样。</translation>
    </message>
    <message>
        <source>the right answer</source>
        <translation>正确答案</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>%(heading)s:</source>
        <translation>%(heading)s：</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>参数 %(argument_name)s：%(message)s</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>需要一个值</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>忽略了多余的值 %r</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>无效的选择：%(value)r（请从 %(choices)s 中选择）</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>不能与参数 %s 同用</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>须给出 %s 之一</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>位置参数</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>显示这段帮助并退出</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>缺少必需的参数：%s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>不认识的参数：%s</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>Delete it</source>
        <translation>删除它</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>恢复它</translation>
    </message>
    <message>
        <source>The program ended before a run was saved; it is of {when}.</source>
        <translation>程序结束时有一次训练还没保存；它是 {when} 的。</translation>
    </message>
    <message>
        <source>The program ended before {count} runs were saved; the newest is of {when}.</source>
        <translation>程序结束时有 {count} 次训练还没保存；最新的一次是 {when} 的。</translation>
    </message>
    <message>
        <source>The program ended before {name} was saved; the run is of {when}.</source>
        <translation>程序结束时 {name} 还没保存；这次训练是 {when} 的。</translation>
    </message>
    <message>
        <source>The run cannot be kept while it goes on ({reason}); save it from time to time.</source>
        <translation>训练进行中无法随时留存（{reason}）；请时常保存。</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>AveragePictures</name>
    <message>
        <source>The average picture of each class</source>
        <translation>每个类别的平均图</translation>
    </message>
    <message>
        <source>The mean of all training examples of a class, input by input.</source>
        <translation>一个类别的全部训练样本，逐个输入取平均。</translation>
    </message>
    <message>
        <source>The mean of all training examples that truly are {name}.</source>
        <translation>真实类别为 {name} 的所有训练样本的平均。</translation>
    </message>
</context>
<context>
    <name>Axis</name>
    <message>
        <source>From a = {low} to a = {high}</source>
        <translation>从 a = {low} 到 a = {high}</translation>
    </message>
    <message>
        <source>From the least to the greatest a that σ can give; where σ has no such bound, to what occurs. In 20 steps of the same width.</source>
        <translation>从 σ 能给出的最小 a 到最大 a；σ 没有这样的界限时，到实际出现的为止。分成 20 个等宽的小段。</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
</context>
<context>
    <name>BaselinesDialog</name>
    <message>
        <source>Always answers {name}, which most training examples are: the share of test examples that are {name} as well.</source>
        <translation>总是回答 {name}，即训练样本最多的那一类：测试样本中 {name} 占的比例。</translation>
    </message>
    <message>
        <source>Always the same answer</source>
        <translation>永远同一个回答</translation>
    </message>
    <message>
        <source>Answers the class whose average example is nearest: the least Σ (a − mean)².</source>
        <translation>回答平均样本最接近的那一类：Σ (a − 平均)² 最小。</translation>
    </message>
    <message>
        <source>Answers the class whose average total of ink, Σ a, is nearest.</source>
        <translation>回答墨量总和 Σ a 的平均值最接近的那一类。</translation>
    </message>
    <message>
        <source>Darkness alone</source>
        <translation>只看深浅</translation>
    </message>
    <message>
        <source>How much can be had without learning any W or B: three simple ways of reading the {test} test examples, each fitted to the {train} training examples.</source>
        <translation>不学任何 W 和 B 能做到多少：三种简单的办法来认这 {test} 个测试样本，每种都只根据 {train} 个训练样本。</translation>
    </message>
    <message>
        <source>Nearest average</source>
        <translation>最近的平均图</translation>
    </message>
    <message>
        <source>Nothing here has been fitted to the test data.</source>
        <translation>这里没有任何东西是照着测试数据调出来的。</translation>
    </message>
    <message>
        <source>Shares of the test data that are read right.</source>
        <translation>测试数据中被认对的比例。</translation>
    </message>
    <message>
        <source>The average picture of each class, from the training data</source>
        <translation>每一类的平均图，来自训练数据</translation>
    </message>
    <message>
        <source>The mean of all training examples of a class, input by input.</source>
        <translation>一个类别的全部训练样本，逐个输入取平均。</translation>
    </message>
    <message>
        <source>The output with the largest a, with W and B as they are now.</source>
        <translation>a 最大的输出，用的是现在的 W 和 B。</translation>
    </message>
    <message>
        <source>The share of test examples of the class that most training examples are of.</source>
        <translation>训练样本最多的那一类，在测试样本中占的比例。</translation>
    </message>
    <message>
        <source>This data has no classes, so that no answer can be right or wrong.</source>
        <translation>这些数据没有类别，所以回答无所谓对错。</translation>
    </message>
    <message>
        <source>This network</source>
        <translation>这个网络</translation>
    </message>
    <message>
        <source>What a network must beat</source>
        <translation>网络必须胜过什么</translation>
    </message>
</context>
<context>
    <name>BatchStrip</name>
    <message>
        <source>Examples of this step for which there is no room here.</source>
        <translation>这一步的样本中，这里放不下的那些。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Show the mean over all examples of this step.</source>
        <translation>显示这一步所有样本的平均。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 个</translation>
    </message>
</context>
<context>
    <name>BranchRow</name>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>The branches of this run but for the one it is on.</source>
        <translation>这次训练的各个分支，不含它现在所在的那个。</translation>
    </message>
    <message>
        <source>This run has no other branch; going back and changing something makes one.</source>
        <translation>这次训练没有别的分支；回到过去并更改点什么，就会有一个。</translation>
    </message>
    <message>
        <source>{name} · from step {step}, {length} steps in all</source>
        <translation>{name} · 从第 {step} 步起，共 {length} 步</translation>
    </message>
    <message>
        <source>{name} · {length} steps</source>
        <translation>{name} · {length} 步</translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <source>branch {number}</source>
        <translation>分支 {number}</translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message>
        <source>Example {index}</source>
        <translation>样本 {index}</translation>
    </message>
    <message>
        <source>In the network: test example {index}</source>
        <translation>网络中：测试样本 {index}</translation>
    </message>
    <message>
        <source>In the network: training example {index}</source>
        <translation>网络中：训练样本 {index}</translation>
    </message>
    <message>
        <source>In the network: {name}</source>
        <translation>网络中：{name}</translation>
    </message>
    <message>
        <source>These data have no classes: their targets are numbers to come near to, so no example is read right or wrong.</source>
        <translation>这些数据没有类别：目标是要接近的数，所以样本无所谓认对认错。</translation>
    </message>
    <message>
        <source>as of step {step}</source>
        <translation>以第 {step} 步的网络为准</translation>
    </message>
</context>
<context>
    <name>BrowsingWindow</name>
    <message>
        <source>All examples as small pictures.</source>
        <translation>用小图显示所有样本。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Examples and test results</source>
        <translation>样本与测试结果</translation>
    </message>
    <message>
        <source>How the answer to the shown example changed.</source>
        <translation>对当前样本的回答是怎样变化的。</translation>
    </message>
    <message>
        <source>Over the run</source>
        <translation>训练过程中</translation>
    </message>
    <message>
        <source>Test or training examples</source>
        <translation>测试样本或训练样本</translation>
    </message>
    <message>
        <source>Test results</source>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>Those kept for the test, or those that the network learns from.</source>
        <translation>留作测试的样本，或网络从中学习的样本。</translation>
    </message>
    <message>
        <source>What is read right, and what as what.</source>
        <translation>什么认对了，什么被认作了什么。</translation>
    </message>
    <message>
        <source>test examples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>training examples</source>
        <translation>训练样本</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Draw a digit here, with the mouse, a pen or a finger; or drop or paste a picture.</source>
        <translation>在这里用鼠标、笔或手指写一个数字；或拖入、粘贴一幅图。</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>在这里写</translation>
    </message>
    <message>
        <source>Draw with a mouse, a pen or a finger; or paste a picture with Ctrl+V.</source>
        <translation>用鼠标、笔或手指写；或用 Ctrl+V 粘贴一幅图。</translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <translation>手写板</translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>+ {count}</source>
        <translation>+ {count}</translation>
    </message>
    <message>
        <source>= {total} numbers</source>
        <translation>= {total} 个数</translation>
    </message>
    <message>
        <source>F shows all</source>
        <translation>按 F 显示全部</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Input {rows}×{columns}</source>
        <translation>输入 {rows}×{columns}</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>第 {number} 层</translation>
    </message>
    <message>
        <source>More than 5 million connections are too many to draw: layers are blocks, a pixel a neuron.</source>
        <translation>超过五百万个连接，多得画不下：层画成方块，一个像素一个神经元。</translation>
    </message>
    <message>
        <source>N = {count}</source>
        <translation>N = {count}</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Test example {index}</source>
        <translation>测试样本 {index}</translation>
    </message>
    <message>
        <source>Test example {index}: truly a {label}</source>
        <translation>测试样本 {index}：实为 {label}</translation>
    </message>
    <message>
        <source>Test example {index}: truly “{label}”</source>
        <translation>测试样本 {index}：实为“{label}”</translation>
    </message>
    <message>
        <source>Training example {index}</source>
        <translation>训练样本 {index}</translation>
    </message>
    <message>
        <source>Training example {index}: truly a {label}</source>
        <translation>训练样本 {index}：实为 {label}</translation>
    </message>
    <message>
        <source>Training example {index}: truly “{label}”</source>
        <translation>训练样本 {index}：实为“{label}”</translation>
    </message>
    <message>
        <source>{name}: truly a {label}</source>
        <translation>{name}：实为 {label}</translation>
    </message>
    <message>
        <source>{name}: truly “{label}”</source>
        <translation>{name}：实为“{label}”</translation>
    </message>
    <message>
        <source>{name}: truth unknown</source>
        <translation>{name}：真实类别未知</translation>
    </message>
    <message>
        <source>{weights} W + {biases} B</source>
        <translation>{weights} W + {biases} B</translation>
    </message>
    <message>
        <source>{zoom} × as large</source>
        <translation>放大到 {zoom} 倍</translation>
    </message>
</context>
<context>
    <name>ChainText</name>
    <message>
        <source>With this C and σ, {delta} = {a} − {t} = {numbers} {sign} {value}</source>
        <translation>在这种 C 和 σ 下，{delta} = {a} − {t} = {numbers} {sign} {value}</translation>
    </message>
    <message>
        <source>{delta} = 0: while {a} is held, C does not depend on {S}.</source>
        <translation>{delta} = 0：{a} 固定时，C 与 {S} 无关。</translation>
    </message>
    <message>
        <source>{delta} = {definition}; with softmax it depends on every output.</source>
        <translation>{delta} = {definition}；有 softmax 时它与每个输出都有关。</translation>
    </message>
    <message>
        <source>{slope} = 0: while {a} is held, C does not depend on this weight.</source>
        <translation>{slope} = 0：{a} 固定时，C 与这个权重无关。</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>B of neuron {neuron} of layer {layer} was set to {value}</source>
        <translation>第 {layer} 层神经元 {neuron} 的 B 被设为 {value}</translation>
    </message>
    <message>
        <source>W from neuron {origin} to neuron {neuron} of layer {layer} was frozen</source>
        <translation>从神经元 {origin} 到第 {layer} 层神经元 {neuron} 的 W 被冻结</translation>
    </message>
    <message>
        <source>W from neuron {origin} to neuron {neuron} of layer {layer} was set to {value}</source>
        <translation>从神经元 {origin} 到第 {layer} 层神经元 {neuron} 的 W 被设为 {value}</translation>
    </message>
    <message>
        <source>layer {layer} was frozen</source>
        <translation>第 {layer} 层被冻结</translation>
    </message>
    <message>
        <source>neuron {neuron} of layer {layer} fires again</source>
        <translation>第 {layer} 层的神经元 {neuron} 重新工作</translation>
    </message>
    <message>
        <source>neuron {neuron} of layer {layer} was drawn anew</source>
        <translation>第 {layer} 层的神经元 {neuron} 重新随机取了值</translation>
    </message>
    <message>
        <source>neuron {neuron} of layer {layer} was frozen</source>
        <translation>第 {layer} 层的神经元 {neuron} 被冻结</translation>
    </message>
    <message>
        <source>neuron {neuron} of layer {layer} was knocked out</source>
        <translation>第 {layer} 层的神经元 {neuron} 被屏蔽</translation>
    </message>
    <message>
        <source>nothing is frozen from here on</source>
        <translation>从这里起没有任何部分被冻结</translation>
    </message>
    <message>
        <source>the gradient is clipped to a length of {value}</source>
        <translation>梯度被裁剪到长度 {value}</translation>
    </message>
    <message>
        <source>the gradient is no longer clipped</source>
        <translation>梯度不再裁剪</translation>
    </message>
    <message>
        <source>the mini-batch was set to {value} examples</source>
        <translation>小批量被设为 {value} 个样本</translation>
    </message>
    <message>
        <source>the mini-batches come in another order</source>
        <translation>小批量换了顺序</translation>
    </message>
    <message>
        <source>the optimiser was set to {value}</source>
        <translation>优化器被设为 {value}</translation>
    </message>
    <message>
        <source>the optimiser was set to {value} with {settings}</source>
        <translation>优化器被设为 {value}，{settings}</translation>
    </message>
    <message>
        <source>the penalty {name} was set to {value}</source>
        <translation>惩罚项 {name} 被设为 {value}</translation>
    </message>
    <message>
        <source>the schedule was set to {value}</source>
        <translation>学习率调度被设为 {value}</translation>
    </message>
    <message>
        <source>the schedule was set to {value} with {settings}</source>
        <translation>学习率调度被设为 {value}，{settings}</translation>
    </message>
    <message>
        <source>what a step does was changed</source>
        <translation>一步要做的事被更改了</translation>
    </message>
    <message>
        <source>{count} neurons are knocked out from here on</source>
        <translation>从这里起有 {count} 个神经元被屏蔽</translation>
    </message>
    <message>
        <source>{count} parts are frozen from here on</source>
        <translation>从这里起有 {count} 个部分被冻结</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>η was set to {value}</source>
        <translation>η 被设为 {value}</translation>
    </message>
    <message>
        <source>σ was set to {names}</source>
        <translation>σ 被设为 {names}</translation>
    </message>
</context>
<context>
    <name>ChangedSection</name>
    <message>
        <source>How far the numbers of a layer moved, all together: √(Σ (W − W′)² + Σ (B − B′)²), from layer 1 on.</source>
        <translation>一层的数总共移动了多远：√(Σ (W − W′)² + Σ (B − B′)²)，从第 1 层起。</translation>
    </message>
    <message>
        <source>Show it on the lines</source>
        <translation>显示在连线上</translation>
    </message>
    <message>
        <source>The lines of the network show W − W′, the change since that step.</source>
        <translation>网络的连线显示 W − W′，即自那一步以来的变化。</translation>
    </message>
    <message>
        <source>W − W′ and B − B′: what every weight and bias is now, less what it was at the step that is chosen.</source>
        <translation>W − W′ 和 B − B′：每个权重和偏置现在的值，减去它在选定的那一步的值。</translation>
    </message>
</context>
<context>
    <name>ChapterPage</name>
    <message>
        <source>Chapter</source>
        <translation>章</translation>
    </message>
    <message>
        <source>Chapter {number} of {count}</source>
        <translation>第 {number} 章，共 {count} 章</translation>
    </message>
    <message>
        <source>Look and answer</source>
        <translation>看一看，答一答</translation>
    </message>
    <message>
        <source>Put the window into the state that this chapter is about; your own run is put aside, and you can go back to it.</source>
        <translation>让窗口进入这一章所说的状态；你自己的训练先搁置，随时可以回去。</translation>
    </message>
    <message>
        <source>Questions that looking answers.</source>
        <translation>看一看就能回答的问题。</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>带我去看</translation>
    </message>
    <message>
        <source>The formula of this chapter.</source>
        <translation>这一章的公式。</translation>
    </message>
    <message>
        <source>The window is in the state that this chapter is about.</source>
        <translation>窗口正处在这一章所说的状态。</translation>
    </message>
    <message>
        <source>The window shows it now.</source>
        <translation>窗口现在显示的就是它。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>动手试试</translation>
    </message>
    <message>
        <source>What this chapter is about.</source>
        <translation>这一章讲什么。</translation>
    </message>
    <message>
        <source>What this chapter says.</source>
        <translation>这一章的内容。</translation>
    </message>
    <message>
        <source>What you can do now; each is ticked once done.</source>
        <translation>现在可以做的事；做完一件就打勾。</translation>
    </message>
    <message>
        <source>Which chapter of the tour this is.</source>
        <translation>这是导览的第几章。</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Copy all digits</source>
        <translation>复制全部数位</translation>
    </message>
    <message>
        <source>Copy {number}</source>
        <translation>复制 {number}</translation>
    </message>
    <message>
        <source>{letter} = {number}</source>
        <translation>{letter} = {number}</translation>
    </message>
    <message>
        <source>{what} All its digits: {number}</source>
        <translation>{what}全部数位：{number}</translation>
    </message>
</context>
<context>
    <name>ClassRow</name>
    <message>
        <source>All test examples</source>
        <translation>全部测试样本</translation>
    </message>
    <message>
        <source>All test examples: the mean a is {mean}</source>
        <translation>全部测试样本：a 的平均是 {mean}</translation>
    </message>
    <message>
        <source>Class “{digit}”</source>
        <translation>类别“{digit}”</translation>
    </message>
    <message>
        <source>Class “{digit}”, the one shown: the mean a is {mean}</source>
        <translation>类别“{digit}”，即显示的这个：平均 a 是 {mean}</translation>
    </message>
    <message>
        <source>Class “{digit}”: the mean a is {mean}</source>
        <translation>类别“{digit}”：平均 a 是 {mean}</translation>
    </message>
    <message>
        <source>Digit {digit}</source>
        <translation>数字 {digit}</translation>
    </message>
    <message>
        <source>Digit {digit}, the one shown: the mean a is {mean}</source>
        <translation>数字 {digit}，即显示的这个：平均 a 是 {mean}</translation>
    </message>
    <message>
        <source>Digit {digit}: the mean a is {mean}</source>
        <translation>数字 {digit}：平均 a 是 {mean}</translation>
    </message>
    <message>
        <source>How a is spread over the test examples that are truly {digit}.</source>
        <translation>真实类别为 {digit} 的测试样本的 a 怎样分布。</translation>
    </message>
    <message>
        <source>How a is spread over the test examples.</source>
        <translation>测试样本的 a 怎样分布。</translation>
    </message>
    <message>
        <source>How a is spread over the {count} test examples that are truly {digit}: a bar&apos;s height is the share of them with such an a, on one scale for all rows. The tick is their mean, {mean}.</source>
        <translation>真实类别为 {digit} 的 {count} 个测试样本的 a 怎样分布：柱高是其中有这样的 a 的比例，各行用同一尺度。小竖线是它们的平均，{mean}。</translation>
    </message>
    <message>
        <source>How a is spread over the {count} test examples: a bar&apos;s height is the share of them with such an a. The tick is their mean, {mean}.</source>
        <translation>{count} 个测试样本的 a 怎样分布：柱高是其中有这样的 a 的比例。小竖线是它们的平均，{mean}。</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Classes, and how many examples there are of each</source>
        <translation>各个类别，以及各有多少样本</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫色</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>; see --help.</source>
        <translation>；见 --help。</translation>
    </message>
    <message>
        <source>After {step} steps ({epoch} epochs) {test} of the test examples and {train} of the training examples are read right; {speed} steps a second.
</source>
        <translation>走了 {step} 步（{epoch} 轮）之后，测试样本认对 {test}，训练样本认对 {train}；每秒 {speed} 步。
</translation>
    </message>
    <message>
        <source>C: {names}; {default} if not given</source>
        <translation>C：{names}；不给则为 {default}</translation>
    </message>
    <message>
        <source>Draw the window into a file.</source>
        <translation>把窗口画进一个文件。</translation>
    </message>
    <message>
        <source>Other commands: “visualiser train” trains without a window, “visualiser picture” draws the window into a file; each explains itself with --help.</source>
        <translation>其他命令：“visualiser train”不开窗口训练，“visualiser picture”把窗口画进文件；各自用 --help 说明自己。</translation>
    </message>
    <message>
        <source>See a neural network learn handwritten digits, or data of your own.</source>
        <translation>看神经网络怎样学会辨认手写数字，或学会你自己的数据。</translation>
    </message>
    <message>
        <source>Train without a window.</source>
        <translation>不开窗口训练。</translation>
    </message>
    <message>
        <source>a saved run brings its own settings; leave the other options out.</source>
        <translation>保存过的训练自带设置；请去掉其他选项。</translation>
    </message>
    <message>
        <source>a saved run, or a set-up, to open</source>
        <translation>要打开的已保存训练或设定</translation>
    </message>
    <message>
        <source>add the bias inside σ (the field&apos;s standard) or outside</source>
        <translation>把偏置加在 σ 里面（inside，通行的做法）还是外面（outside）</translation>
    </message>
    <message>
        <source>decides the start values and the order of the examples; {default}</source>
        <translation>决定初始值和样本的顺序；不给则为 {default}</translation>
    </message>
    <message>
        <source>epochs to train for</source>
        <translation>要训练多少轮</translation>
    </message>
    <message>
        <source>examples in a mini-batch; {default} if not given</source>
        <translation>一个小批量有几个样本；不给则为 {default}</translation>
    </message>
    <message>
        <source>gradient steps to take</source>
        <translation>要走多少步梯度下降</translation>
    </message>
    <message>
        <source>gradient steps to take before</source>
        <translation>画之前要走多少步梯度下降</translation>
    </message>
    <message>
        <source>how W and B start: {names}; {default} if not given</source>
        <translation>W 和 B 的初始值：{names}；不给则为 {default}</translation>
    </message>
    <message>
        <source>how η changes as the run goes on: {names}; with settings of its own as in linear:epochs=60,end=0.1</source>
        <translation>训练过程中 η 怎样变化：{names}；可带自己的设置，如 linear:epochs=60,end=0.1</translation>
    </message>
    <message>
        <source>instead of the desktop&apos;s</source>
        <translation>取代桌面的主题</translation>
    </message>
    <message>
        <source>neurons per layer, as in 64,16,16,10</source>
        <translation>每一层的神经元数，如 64,16,16,10</translation>
    </message>
    <message>
        <source>of all texts, instead of the system&apos;s or the one that was chosen</source>
        <translation>所有文字的语言，取代系统的或已选定的</translation>
    </message>
    <message>
        <source>penalty on ΣW² / 2, as in 0.0001; 0 if not given</source>
        <translation>对 ΣW² / 2 的惩罚项，如 0.0001；不给则为 0</translation>
    </message>
    <message>
        <source>penalty on Σ|W|, as in 0.0001; 0 if not given</source>
        <translation>对 Σ|W| 的惩罚项，如 0.0001；不给则为 0</translation>
    </message>
    <message>
        <source>print one JSON object</source>
        <translation>输出一个 JSON 对象</translation>
    </message>
    <message>
        <source>save the run here</source>
        <translation>把训练保存到这里</translation>
    </message>
    <message>
        <source>select neuron J of layer L, from 0</source>
        <translation>选中第 L 层的神经元 J，从 0 数起</translation>
    </message>
    <message>
        <source>show the version and exit</source>
        <translation>显示版本并退出</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>the longest the gradient may be; no limit if not given</source>
        <translation>梯度最长可以多长；不给则没有限制</translation>
    </message>
    <message>
        <source>the network alone, without the panels</source>
        <translation>只画网络，不画面板</translation>
    </message>
    <message>
        <source>the network and how it learns</source>
        <translation>网络以及它怎样学习</translation>
    </message>
    <message>
        <source>the picture {path} needs a name that ends in .png or .svg.</source>
        <translation>图片 {path} 的名字须以 .png 或 .svg 结尾。</translation>
    </message>
    <message>
        <source>the picture: *.png or *.svg</source>
        <translation>图片：*.png 或 *.svg</translation>
    </message>
    <message>
        <source>what a step does with the gradient: {names}; with settings of its own as in momentum:momentum=0.8</source>
        <translation>一步拿梯度做什么：{names}；可带自己的设置，如 momentum:momentum=0.8</translation>
    </message>
    <message>
        <source>what the lines show: W, W·a, ∂C/∂W, the next step&apos;s change, that since step 0</source>
        <translation>连线显示什么：W、W·a、∂C/∂W、下一步的变化、自第 0 步以来的变化</translation>
    </message>
    <message>
        <source>width and height, as in 1280x800</source>
        <translation>宽和高，如 1280x800</translation>
    </message>
    <message>
        <source>{names}, or a file or folder of examples (IDX, .npz, .csv, pictures)</source>
        <translation>{names}，或一个存有样本的文件或文件夹（IDX、.npz、.csv、图片）</translation>
    </message>
    <message>
        <source>η; if not given, what usually suits the optimiser: {rates}; less where σ is not logistic</source>
        <translation>η；不给则用通常适合优化器的值：{rates}；σ 不是 logistic 时更小</translation>
    </message>
    <message>
        <source>σ of all layers, of the hidden ones and the output, as in tanh,softmax, or one name a layer: {names}; if not given, logistic, or relu,logistic for points of a plane</source>
        <translation>所有层的 σ；或隐藏层的和输出的，如 tanh,softmax；或每层一个名字：{names}；不给则为 logistic，平面上的点则为 relu,logistic</translation>
    </message>
    <message>
        <source>“{text}” is no list of layer sizes; write it as in 64,16,16,10.</source>
        <translation>“{text}”不是各层大小的列表；请写成 64,16,16,10 这样。</translation>
    </message>
    <message>
        <source>“{text}” is no number; give one, as in 1.5.</source>
        <translation>“{text}”不是数；请给一个，如 1.5。</translation>
    </message>
    <message>
        <source>“{text}” is no size from {least} to {most} pixels; write it as in 1280x800.</source>
        <translation>“{text}”不是 {least} 到 {most} 像素之间的尺寸；请写成 1280x800 这样。</translation>
    </message>
    <message>
        <source>“{text}” is no whole number from 0 up; give one, as in 100.</source>
        <translation>“{text}”不是从 0 起的整数；请给一个，如 100。</translation>
    </message>
    <message>
        <source>“{text}” names no neuron; write layer and number, as in 1.5.</source>
        <translation>“{text}”不是神经元；请写层号和序号，如 1.5。</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands that were found</source>
        <translation>找到的命令</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>没有叫这个名字的命令。</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>输入你想做什么</translation>
    </message>
    <message>
        <source>Words in any order; letters in between may be left out.</source>
        <translation>词的顺序随意；中间的字母可以省略。</translation>
    </message>
    <message>
        <source>↑ and ↓ choose, Enter does it, Esc closes this.</source>
        <translation>↑ 和 ↓ 选择，Enter 执行，Esc 关闭。</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>A saved run, whose name ends in .nnrun.</source>
        <translation>一个保存过的训练，文件名以 .nnrun 结尾。</translation>
    </message>
    <message>
        <source>Another branch of this run</source>
        <translation>这次训练的另一个分支</translation>
    </message>
    <message>
        <source>Another saved run</source>
        <translation>另一个保存过的训练</translation>
    </message>
    <message>
        <source>Both are shown at the same step, always, and you go on with both at once. This run itself stays as it is.</source>
        <translation>两边始终显示同一步，一起往前走。这次训练本身保持原样。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare nothing. Key: Esc</source>
        <translation>不作比较。按键：Esc</translation>
    </message>
    <message>
        <source>Compare two runs side by side</source>
        <translation>并排比较两次训练</translation>
    </message>
    <message>
        <source>No file is chosen yet; choose one that holds a saved run.</source>
        <translation>还没有选择文件；请选一个保存过的训练。</translation>
    </message>
    <message>
        <source>Open both runs in a window of their own. Key: Enter</source>
        <translation>在单独的窗口里打开两次训练。按键：Enter</translation>
    </message>
    <message>
        <source>Saved runs (*.nnrun)</source>
        <translation>保存过的训练 (*.nnrun)</translation>
    </message>
    <message>
        <source>This run as it is, and one from a file.</source>
        <translation>现在的这次训练，和文件里的一次。</translation>
    </message>
    <message>
        <source>This run as it is, and what it was before a change in its past.</source>
        <translation>现在的这次训练，和过去某处更改之前的它。</translation>
    </message>
    <message>
        <source>This run, with one thing different, from the start</source>
        <translation>这次训练，从头起只有一处不同</translation>
    </message>
    <message>
        <source>Two new runs with what this one began with, the same but for one thing. What was changed on the way is not changed again.</source>
        <translation>两次新的训练，起点与这次相同，只差一处。途中做过的更改不会再做。</translation>
    </message>
    <message>
        <source>What is this run to be compared with?</source>
        <translation>这次训练要和什么比较？</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Both have the same {W} from every input.</source>
        <translation>两者从每个输入来的 {W} 都相同。</translation>
    </message>
    <message>
        <source>Compared with input {index}, pinned</source>
        <translation>与钉住的输入 {index} 比较</translation>
    </message>
    <message>
        <source>Compared with neuron {index} of layer {layer}, pinned</source>
        <translation>与钉住的第 {layer} 层神经元 {index} 比较</translation>
    </message>
    <message>
        <source>Compared with output neuron {index}, pinned</source>
        <translation>与钉住的输出神经元 {index} 比较</translation>
    </message>
    <message>
        <source>Compared with the input in row {row}, column {column}, pinned</source>
        <translation>与钉住的第 {row} 行第 {column} 列的输入比较</translation>
    </message>
    <message>
        <source>Select the connection between the two.</source>
        <translation>选中两者之间的连接。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示它</translation>
    </message>
    <message>
        <source>The {W} from the pinned neuron to this one is {value}.</source>
        <translation>从钉住的神经元到这一个的 {W} 是 {value}。</translation>
    </message>
    <message>
        <source>The {W} from this neuron to the pinned one is {value}.</source>
        <translation>从这个神经元到钉住的那个的 {W} 是 {value}。</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取下</translation>
    </message>
    <message>
        <source>Unpin: compare no longer.</source>
        <translation>取下：不再比较。</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>钉住的</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>这一个</translation>
    </message>
    <message>
        <source>{W} has the same sign in both from {same} of {count} inputs; from neuron {origin} it differs most: {here} here, {there} there.</source>
        <translation>{count} 个输入中有 {same} 个，两者的 {W} 符号相同；相差最大的是从神经元 {origin} 来的：这里 {here}，那里 {there}。</translation>
    </message>
    <message>
        <source>{W} has the same sign in both from {same} of {count} inputs; from row {row}, column {column} it differs most: {here} here, {there} there.</source>
        <translation>{count} 个输入中有 {same} 个，两者的 {W} 符号相同；相差最大的是从第 {row} 行第 {column} 列来的：这里 {here}，那里 {there}。</translation>
    </message>
</context>
<context>
    <name>ComparisonWindow</name>
    <message>
        <source>Both are the same up to this step.</source>
        <translation>到这一步为止两边完全相同。</translation>
    </message>
    <message>
        <source>Two runs side by side</source>
        <translation>两次训练并排</translation>
    </message>
    <message>
        <source>What is different from the run at the left: {facts}</source>
        <translation>与左边的训练不同之处：{facts}</translation>
    </message>
    <message>
        <source>What this run is: {facts}</source>
        <translation>这次训练的情况：{facts}</translation>
    </message>
    <message>
        <source>no difference up to this step</source>
        <translation>到这一步为止没有差别</translation>
    </message>
    <message>
        <source>{first} and {n} more</source>
        <translation>{first}，还有 {n} 处</translation>
    </message>
    <message>
        <source>{n} differences</source>
        <translation>{n} 处差别</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>C averaged over the last {n} steps, as the cost plot&apos;s curve of averages; looked at after every step.</source>
        <translation>最近 {n} 步平均的 C，即代价曲线中的平均线；每一步之后看一次。</translation>
    </message>
    <message>
        <source>C falls below {field}</source>
        <translation>C 降到 {field} 以下</translation>
    </message>
    <message>
        <source>C of the only step is {cost} already, below {value}; no step was taken.</source>
        <translation>唯一一步的 C 已经是 {cost}，低于 {value}；没有再走。</translation>
    </message>
    <message>
        <source>C of the test data rises for {field} epochs in a row</source>
        <translation>测试数据的 C 连续 {field} 轮上升</translation>
    </message>
    <message>
        <source>C, averaged over the last {n} steps, is {cost} already, below {value}; no step was taken.</source>
        <translation>最近 {n} 步平均的 C 已经是 {cost}，低于 {value}；没有再走。</translation>
    </message>
    <message>
        <source>Counted from the untrained network on.</source>
        <translation>从未训练的网络数起。</translation>
    </message>
    <message>
        <source>From the end of one epoch to that of the next: often a sign of overfitting.</source>
        <translation>从一轮结束到下一轮结束：常常是过拟合的征兆。</translation>
    </message>
    <message>
        <source>How many epochs</source>
        <translation>多少轮</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>多少次</translation>
    </message>
    <message>
        <source>Its own output has the largest a; looked at after every step.</source>
        <translation>它真实类别的输出 a 最大；每一步之后看一次。</translation>
    </message>
    <message>
        <source>Its σ is nearly flat on at least 90 % of the test examples; looked at every {interval} steps.</source>
        <translation>它的 σ 在至少 90 % 的测试样本上几乎是平的；每 {interval} 步看一次。</translation>
    </message>
    <message>
        <source>Neuron {neuron} of layer {layer} is saturated already; its σ is nearly flat on at least 90 % of the test examples. No step was taken.</source>
        <translation>第 {layer} 层的神经元 {neuron} 已经饱和；在至少 90 % 的测试样本上，它的 σ 几乎是平的。没有再走。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Stopped at step {step}, as was asked for.</source>
        <translation>按要求停在第 {step} 步。</translation>
    </message>
    <message>
        <source>Stopped at step {step}: C of that step is {cost}, below {value}.</source>
        <translation>停在第 {step} 步：这一步的 C 是 {cost}，低于 {value}。</translation>
    </message>
    <message>
        <source>Stopped at step {step}: C of the test data has risen in each of the last {n} epochs, to {cost}.</source>
        <translation>停在第 {step} 步：测试数据的 C 在最近 {n} 轮中每轮都上升，升到了 {cost}。</translation>
    </message>
    <message>
        <source>Stopped at step {step}: C of the test data has risen in the last epoch, to {cost}.</source>
        <translation>停在第 {step} 步：测试数据的 C 在上一轮中升到了 {cost}。</translation>
    </message>
    <message>
        <source>Stopped at step {step}: C, averaged over the last {n} steps, is {cost}, below {value}.</source>
        <translation>停在第 {step} 步：最近 {n} 步平均的 C 是 {cost}，低于 {value}。</translation>
    </message>
    <message>
        <source>Stopped at step {step}: at this end of an epoch {share} % of the test examples are read right, above {value} %.</source>
        <translation>停在第 {step} 步：在这一轮结束时，测试样本认对 {share} %，高于 {value} %。</translation>
    </message>
    <message>
        <source>Stopped at step {step}: neuron {neuron} of layer {layer} is saturated; its σ is nearly flat on at least 90 % of the test examples.</source>
        <translation>停在第 {step} 步：第 {layer} 层的神经元 {neuron} 饱和了；在至少 90 % 的测试样本上，它的 σ 几乎是平的。</translation>
    </message>
    <message>
        <source>Stopped at step {step}: the shown example, a {label}, is recognised at {n} steps in a row, this one included.</source>
        <translation>停在第 {step} 步：当前样本（{label}）连续 {n} 步被认出，包括这一步。</translation>
    </message>
    <message>
        <source>Stopped at step {step}: the shown example, a {label}, is recognised.</source>
        <translation>停在第 {step} 步：当前样本（{label}）被认出了。</translation>
    </message>
    <message>
        <source>Stopped at step {step}: the shown example, “{name}”, is recognised at {n} steps in a row, this one included.</source>
        <translation>停在第 {step} 步：当前样本“{name}”连续 {n} 步被认出，包括这一步。</translation>
    </message>
    <message>
        <source>Stopped at step {step}: the shown example, “{name}”, is recognised.</source>
        <translation>停在第 {step} 步：当前样本“{name}”被认出了。</translation>
    </message>
    <message>
        <source>Test accuracy in per cent</source>
        <translation>测试正确率，百分数</translation>
    </message>
    <message>
        <source>The run is at step {step} already, so it need not be played until step {wanted}; no step was taken.</source>
        <translation>训练已经在第 {step} 步，不必再走到第 {wanted} 步；没有再走。</translation>
    </message>
    <message>
        <source>The share of test examples that are read right, at the end of each epoch.</source>
        <translation>每一轮结束时，认对的测试样本所占的比例。</translation>
    </message>
    <message>
        <source>The shown example, a {label}, is recognised already; no step was taken.</source>
        <translation>当前样本（{label}）已经被认出；没有再走。</translation>
    </message>
    <message>
        <source>The shown example, “{name}”, is recognised already; no step was taken.</source>
        <translation>当前样本“{name}”已经被认出；没有再走。</translation>
    </message>
    <message>
        <source>Which neuron</source>
        <translation>哪个神经元</translation>
    </message>
    <message>
        <source>a neuron of layer {layer} saturated</source>
        <translation>第 {layer} 层有神经元饱和</translation>
    </message>
    <message>
        <source>average C &lt; {value}</source>
        <translation>平均 C &lt; {value}</translation>
    </message>
    <message>
        <source>neuron {neuron} of layer {layer} saturated</source>
        <translation>第 {layer} 层的神经元 {neuron} 饱和</translation>
    </message>
    <message>
        <source>step {field} is reached</source>
        <translation>到达第 {field} 步</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>test C rises over an epoch</source>
        <translation>测试 C 在一轮中上升</translation>
    </message>
    <message>
        <source>test C rises over {n} epochs in a row</source>
        <translation>测试 C 连续 {n} 轮上升</translation>
    </message>
    <message>
        <source>test accuracy &gt; {value} %</source>
        <translation>测试正确率 &gt; {value} %</translation>
    </message>
    <message>
        <source>the shown example is recognised {field} times in a row</source>
        <translation>当前样本连续 {field} 次被认出</translation>
    </message>
    <message>
        <source>the shown example recognised</source>
        <translation>当前样本被认出</translation>
    </message>
    <message>
        <source>the shown example recognised {n} times in a row</source>
        <translation>当前样本连续 {n} 次被认出</translation>
    </message>
    <message>
        <source>the test accuracy rises above {field} %</source>
        <translation>测试正确率升到 {field} % 以上</translation>
    </message>
    <message>
        <source>{field} is saturated</source>
        <translation>{field} 饱和</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} 或 {second}</translation>
    </message>
    <message>
        <source>{share} % of the test examples are read right already, above {value} %; no step was taken.</source>
        <translation>测试样本已经认对 {share} %，高于 {value} %；没有再走。</translation>
    </message>
</context>
<context>
    <name>ConfusionModel</name>
    <message>
        <source>Each column holds what is read as one class.</source>
        <translation>每一列是被认作同一类的样本。</translation>
    </message>
    <message>
        <source>Each row holds the examples of one true class.</source>
        <translation>每一行是一个真实类别的样本。</translation>
    </message>
    <message>
        <source>True class {label}, read as {answer}: {number} of {total}. Click to list.</source>
        <translation>真实类别 {label}，认作 {answer}：{total} 个中有 {number} 个。单击列出它们。</translation>
    </message>
    <message>
        <source>True class {label}: {right} of {total} read right, {share}.</source>
        <translation>真实类别 {label}：{total} 个中认对 {right} 个，{share}。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>read right</source>
        <translation>认对</translation>
    </message>
    <message>
        <source>{name}: this column holds what is read as that class.</source>
        <translation>{name}：这一列是被认作它的样本。</translation>
    </message>
    <message>
        <source>{name}: this row holds the examples of that true class.</source>
        <translation>{name}：这一行是真实类别为它的样本。</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>True classes, and what they are read as</source>
        <translation>真实类别，以及它们被认作什么</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>A bar up asks for a larger weight, one down for a smaller.</source>
        <translation>柱子向上表示想要更大的权重，向下表示想要更小的。</translation>
    </message>
    <message>
        <source>C falls as this weight rises, so a larger weight would be better.</source>
        <translation>C 随这个权重上升而下降，所以权重大一些更好。</translation>
    </message>
    <message>
        <source>C of the next mini-batch does not depend on this weight.</source>
        <translation>下一个小批量的 C 与这个权重无关。</translation>
    </message>
    <message>
        <source>C rises with this weight, so a smaller weight would be better.</source>
        <translation>C 随这个权重上升，所以权重小一些更好。</translation>
    </message>
    <message>
        <source>Connection to neuron {to}</source>
        <translation>到神经元 {to} 的连接</translation>
    </message>
    <message>
        <source>Connection to output neuron {to}</source>
        <translation>到输出神经元 {to} 的连接</translation>
    </message>
    <message>
        <source>Dashed: their mean, Σ / {count} {sign} {mean}, which is −{slope}.</source>
        <translation>虚线：它们的平均，Σ / {count} {sign} {mean}，即 −{slope}。</translation>
    </message>
    <message>
        <source>How much C of the next mini-batch rises with this weight.</source>
        <translation>下一个小批量的 C 随这个权重上升得多快。</translation>
    </message>
    <message>
        <source>The activation that comes in at its left end.</source>
        <translation>从它左端传来的激活值。</translation>
    </message>
    <message>
        <source>The chain rule: how much the shown example&apos;s own C rises with this weight. j is the neuron where the connection ends, k the one where it begins.</source>
        <translation>链式法则：当前样本自己的 C 随这个权重上升得多快。j 是连接到达的神经元，k 是它出发的神经元。</translation>
    </message>
    <message>
        <source>The numbers are in units of {unit}.</source>
        <translation>数值以 {unit} 为单位。</translation>
    </message>
    <message>
        <source>The weight W after every step.</source>
        <translation>每一步之后的权重 W。</translation>
    </message>
    <message>
        <source>The weight: how strongly it passes on a. Click to type it, or drag it.</source>
        <translation>权重：它把 a 传得多强。单击可输入，也可拖动。</translation>
    </message>
    <message>
        <source>W over time</source>
        <translation>W 随时间的变化</translation>
    </message>
    <message>
        <source>What it adds to the S at its right end.</source>
        <translation>它给右端的 S 加上多少。</translation>
    </message>
    <message>
        <source>Which connection is selected; layers and neurons count from 0.</source>
        <translation>选中的是哪个连接；层和神经元从 0 数起。</translation>
    </message>
    <message>
        <source>at step {step}</source>
        <translation>在第 {step} 步</translation>
    </message>
    <message>
        <source>of layer {layer}, from neuron {origin} of layer {before}</source>
        <translation>在第 {layer} 层，来自第 {before} 层的神经元 {origin}</translation>
    </message>
    <message>
        <source>of layer {layer}, from the input in row {row}, column {column}</source>
        <translation>在第 {layer} 层，来自第 {row} 行第 {column} 列的输入</translation>
    </message>
    <message>
        <source>{count} more together: {sum}.</source>
        <translation>其余 {count} 个合计：{sum}。</translation>
    </message>
</context>
<context>
    <name>ContentsPage</name>
    <message>
        <source>A chapter is ticked when all of it is done and answered.</source>
        <translation>一章全部做完、答完就打勾。</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>各章</translation>
    </message>
    <message>
        <source>Chapters of the tour</source>
        <translation>导览的各章</translation>
    </message>
    <message>
        <source>Read the chapters that come with the program, where you left them.</source>
        <translation>阅读程序自带的章节，从上次离开的地方继续。</translation>
    </message>
    <message>
        <source>Read this chapter.</source>
        <translation>读这一章。</translation>
    </message>
    <message>
        <source>The program&apos;s own chapters</source>
        <translation>程序自带的章节</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>{number}. {title}</source>
        <translation>{number}. {title}</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Both networks are shown the same example.</source>
        <translation>两个网络看的是同一个样本。</translation>
    </message>
    <message>
        <source>Close this comparison and choose what to compare instead.</source>
        <translation>关闭这个比较，另选比较的对象。</translation>
    </message>
    <message>
        <source>How many gradient steps a second while both play.</source>
        <translation>两边都在播放时，每秒走多少步。</translation>
    </message>
    <message>
        <source>How many steps a second each of the two runs takes.</source>
        <translation>两次训练各自每秒走多少步。</translation>
    </message>
    <message>
        <source>Other runs …</source>
        <translation>其他训练…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>The step that both are at; type one to go there.</source>
        <translation>两边所在的步；输入一个步数就到那里。</translation>
    </message>
    <message>
        <source>{speed} steps/s</source>
        <translation>{speed} 步/秒</translation>
    </message>
    <message>
        <source>“{text}” is no step; type a whole number from 0 up, for instance 100.</source>
        <translation>“{text}”不是步数；请输入从 0 起的整数，例如 100。</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>1 / (1 + e⁻ˢ)</source>
        <translation>1 / (1 + e⁻ˢ)</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>NumPy archive</source>
        <translation>NumPy 存档</translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>eˢ / Σ eˢ</source>
        <translation>eˢ / Σ eˢ</translation>
    </message>
    <message>
        <source>ln(1 + eˢ)</source>
        <translation>ln(1 + eˢ)</translation>
    </message>
    <message>
        <source>max(0, S)</source>
        <translation>max(0, S)</translation>
    </message>
    <message>
        <source>max(S / 100, S)</source>
        <translation>max(S / 100, S)</translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <source>tanh S</source>
        <translation>tanh S</translation>
    </message>
    <message>
        <source>Σ (t − a)²</source>
        <translation>Σ (t − a)²</translation>
    </message>
    <message>
        <source>η</source>
        <translation>η</translation>
    </message>
    <message>
        <source>η (g + μ v), where v ← μ v + g</source>
        <translation>η (g + μ v)，其中 v ← μ v + g</translation>
    </message>
    <message>
        <source>η g</source>
        <translation>η g</translation>
    </message>
    <message>
        <source>η g / (√r + ε), where r ← ρ r + (1 − ρ) g²</source>
        <translation>η g / (√r + ε)，其中 r ← ρ r + (1 − ρ) g²</translation>
    </message>
    <message>
        <source>η m′ / (√r′ + ε), where m ← β₁ m + (1 − β₁) g, r ← β₂ r + (1 − β₂) g², m′ = m / (1 − β₁ⁿ), r′ = r / (1 − β₂ⁿ)</source>
        <translation>η m′ / (√r′ + ε)，其中 m ← β₁ m + (1 − β₁) g，r ← β₂ r + (1 − β₂) g²，m′ = m / (1 − β₁ⁿ)，r′ = r / (1 − β₂ⁿ)</translation>
    </message>
    <message>
        <source>η v, where v ← μ v + g</source>
        <translation>η v，其中 v ← μ v + g</translation>
    </message>
    <message>
        <source>η · (1 − (1 − end) · e / epochs)</source>
        <translation>η · (1 − (1 − 末值) · e / 轮数)</translation>
    </message>
    <message>
        <source>η · (end + (1 − end) · (1 + cos(π e / epochs)) / 2)</source>
        <translation>η · (末值 + (1 − 末值) · (1 + cos(π e / 轮数)) / 2)</translation>
    </message>
    <message>
        <source>η · factor^⌊e / every⌋</source>
        <translation>η · 因子^⌊e / 间隔⌋</translation>
    </message>
    <message>
        <source>−Σ (t ln a + (1 − t) ln(1 − a))</source>
        <translation>−Σ (t ln a + (1 − t) ln(1 − a))</translation>
    </message>
    <message>
        <source>−Σ t ln a</source>
        <translation>−Σ t ln a</translation>
    </message>
</context>
<context>
    <name>CostCurve</name>
    <message>
        <source>C as this weight moves</source>
        <translation>移动这个权重时的 C</translation>
    </message>
    <message>
        <source>C for every value of this weight, all others as they are. The dashed line touches it at the present W: its slope is ∂C/∂W. Drag the dot, or press Left or Right, to move W.</source>
        <translation>其他权重不变，这个权重取各个值时的 C。虚线在现在的 W 处与曲线相切：斜率就是 ∂C/∂W。拖动圆点，或按左右方向键，来移动 W。</translation>
    </message>
</context>
<context>
    <name>CostMenu</name>
    <message>
        <source>Average over</source>
        <translation>平均范围</translation>
    </message>
    <message>
        <source>Branches and earlier runs</source>
        <translation>各分支与之前的训练</translation>
    </message>
    <message>
        <source>Equal distances are equal ratios, so that small changes of a small C show. A C of 0 has no place on such an axis: a line leads to it downwards, out of sight.</source>
        <translation>距离相等表示比值相等，所以 C 很小时的小变化也看得见。C 为 0 在这样的坐标轴上没有位置：线向下通向它，看不见了。</translation>
    </message>
    <message>
        <source>How many steps the moving average covers: a step and those before it.</source>
        <translation>移动平均包括多少步：一步和它之前的各步。</translation>
    </message>
    <message>
        <source>How strongly the line of every step&apos;s C is drawn behind the average.</source>
        <translation>每一步的 C 的线在平均线后面画得多浓。</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Logarithmic axis of C</source>
        <translation>C 用对数坐标轴</translation>
    </message>
    <message>
        <source>Logarithmic axis of steps</source>
        <translation>步数用对数坐标轴</translation>
    </message>
    <message>
        <source>One epoch ({n} steps)</source>
        <translation>一轮（{n} 步）</translation>
    </message>
    <message>
        <source>Strength of every step&apos;s line</source>
        <translation>每一步的线的浓淡</translation>
    </message>
    <message>
        <source>The first steps get the most room. Step 0 has no place on such an axis.</source>
        <translation>最前面的步占的地方最大。第 0 步在这样的坐标轴上没有位置。</translation>
    </message>
    <message>
        <source>Which lines are drawn, as in the legend.</source>
        <translation>画哪些线，与图例相同。</translation>
    </message>
    <message>
        <source>Which of them are drawn. Of a kind that the legend hides, none is listed.</source>
        <translation>画其中哪些。图例中隐藏的那一类，这里一条也不列。</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} 步</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
</context>
<context>
    <name>CostPanel</name>
    <message>
        <source>At step {step} {change}</source>
        <translation>第 {step} 步：{change}</translation>
    </message>
    <message>
        <source>At step {step} {change}, and {count} changes before it</source>
        <translation>第 {step} 步：{change}，在它之前还有 {count} 处更改</translation>
    </message>
    <message>
        <source>Branch “{name}”</source>
        <translation>分支“{name}”</translation>
    </message>
    <message>
        <source>a change</source>
        <translation>一处更改</translation>
    </message>
    <message>
        <source>average of the last {n} steps</source>
        <translation>最近 {n} 步的平均</translation>
    </message>
    <message>
        <source>average of {n}</source>
        <translation>{n} 步平均</translation>
    </message>
    <message>
        <source>branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>every step&apos;s mini-batch</source>
        <translation>每一步的小批量</translation>
    </message>
    <message>
        <source>mini-batch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>other branches</source>
        <translation>其他分支</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>All training data: C = {cost}, {share} read right</source>
        <translation>全部训练数据：C = {cost}，认对 {share}</translation>
    </message>
    <message>
        <source>C of every step: the mean over the examples of its mini-batch, before the step.</source>
        <translation>每一步的 C：走这一步之前，它的小批量各样本的平均。</translation>
    </message>
    <message>
        <source>C of the branches that the run is not on, each the mean over the last {n} steps. Point at one to read its name; click it to go there.</source>
        <translation>训练当前不在的各分支的 C，各取最近 {n} 步的平均。指向一条可看它的名字；单击就到那里。</translation>
    </message>
    <message>
        <source>C of the runs before this one, since the program was started, each the mean over the last {n} steps. Point at one to read which.</source>
        <translation>程序启动以来，这次训练之前各次训练的 C，各取最近 {n} 步的平均。指向一条可看是哪一次。</translation>
    </message>
    <message>
        <source>C of the test data at the end of each epoch: the mean over all test examples. Of a run of more than {most} epochs not every one is kept, but some all along.</source>
        <translation>每一轮结束时测试数据的 C：全部测试样本的平均。超过 {most} 轮时，不再保留每一轮的结果，只均匀地保留一部分。</translation>
    </message>
    <message>
        <source>Draw none of the runs before this one any more.</source>
        <translation>不再画这次训练之前的各次训练。</translation>
    </message>
    <message>
        <source>Earlier run {number}: {layers}, seed {seed}</source>
        <translation>之前的训练 {number}：{layers}，种子 {seed}</translation>
    </message>
    <message>
        <source>Earlier run {number}: {layers}, η = {rate}, seed {seed}</source>
        <translation>之前的训练 {number}：{layers}，η = {rate}，种子 {seed}</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Forget earlier runs</source>
        <translation>忘掉之前的训练</translation>
    </message>
    <message>
        <source>Show all steps again, and follow the newest.</source>
        <translation>重新显示所有步，并跟随最新的步。</translation>
    </message>
    <message>
        <source>Step {step}, epoch {epoch}: C = {cost}; average of the last {n}: {average}</source>
        <translation>第 {step} 步，第 {epoch} 轮：C = {cost}；最近 {n} 步平均：{average}</translation>
    </message>
    <message>
        <source>Step {step}: C = {cost}; average of the last {n}: {average}</source>
        <translation>第 {step} 步：C = {cost}；最近 {n} 步平均：{average}</translation>
    </message>
    <message>
        <source>Test data: C = {cost}</source>
        <translation>测试数据：C = {cost}</translation>
    </message>
    <message>
        <source>Test data: C = {cost}, {share} read right</source>
        <translation>测试数据：C = {cost}，认对 {share}</translation>
    </message>
    <message>
        <source>Test examples read right at the end of each epoch / all test examples; on the axis at the right, which always goes from 0 to 100 %.</source>
        <translation>每一轮结束时认对的测试样本 / 全部测试样本；用右边的坐标轴，它总是从 0 到 100 %。</translation>
    </message>
    <message>
        <source>The mean of C over a step and the {before} steps before it, none after it: (C of step n−{before} + … + C of step n) / {n}. Before there are {n} steps, the mean of those there are.</source>
        <translation>一步和它之前 {before} 步的 C 的平均，不含之后的：(第 n−{before} 步的 C + … + 第 n 步的 C) / {n}。还不到 {n} 步时，取已有各步的平均。</translation>
    </message>
    <message>
        <source>The step whose network the whole window shows.</source>
        <translation>整个窗口所显示的网络所在的步。</translation>
    </message>
    <message>
        <source>Training examples read right at the end of an epoch / all training examples; on the axis at the right. Measured only while it is shown, a few epochs at a time, since it takes time from training: {measured} by now.</source>
        <translation>一轮结束时认对的训练样本 / 全部训练样本；用右边的坐标轴。只在显示时才测，每次几轮，因为它占用训练的时间：到现在测了 {measured} 轮。</translation>
    </message>
    <message>
        <source>Where something was changed, as η or a weight; point at it to read what.</source>
        <translation>更改过什么的地方，例如 η 或一个权重；指向它可看改了什么。</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>earlier runs</source>
        <translation>之前的训练</translation>
    </message>
    <message>
        <source>mean {n}</source>
        <translation>平均 {n}</translation>
    </message>
    <message>
        <source>test %</source>
        <translation>测试 %</translation>
    </message>
    <message>
        <source>test C</source>
        <translation>测试 C</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试正确率</translation>
    </message>
    <message>
        <source>test data after each epoch</source>
        <translation>每轮之后的测试数据</translation>
    </message>
    <message>
        <source>the step you see</source>
        <translation>你看到的这一步</translation>
    </message>
    <message>
        <source>this step</source>
        <translation>这一步</translation>
    </message>
    <message>
        <source>train %</source>
        <translation>训练 %</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>训练正确率</translation>
    </message>
    <message>
        <source>{branch}: step {step}, average C {cost}</source>
        <translation>{branch}：第 {step} 步，平均 C {cost}</translation>
    </message>
    <message>
        <source>{branch}: step {step}, average C {cost}; it left at step {left}</source>
        <translation>{branch}：第 {step} 步，平均 C {cost}；它在第 {left} 步分出</translation>
    </message>
    <message>
        <source>{branch}: step {step}, average C {cost}; it left at step {left}, where {change}</source>
        <translation>{branch}：第 {step} 步，平均 C {cost}；它在第 {left} 步分出，那里的更改：{change}</translation>
    </message>
    <message>
        <source>{branch}: step {step}, average C {cost}; it left at step {left}, where {change} and more was changed</source>
        <translation>{branch}：第 {step} 步，平均 C {cost}；它在第 {left} 步分出，那里的更改：{change}，还有别的更改</translation>
    </message>
    <message>
        <source>{branch}: step {step}, average C {cost}; the run left it at step {left}</source>
        <translation>{branch}：第 {step} 步，平均 C {cost}；训练在第 {left} 步离开了它</translation>
    </message>
    <message>
        <source>{branch}: step {step}, average C {cost}; the run left it at step {left}, where {change}</source>
        <translation>{branch}：第 {step} 步，平均 C {cost}；训练在第 {left} 步离开了它，那里的更改：{change}</translation>
    </message>
    <message>
        <source>{branch}: step {step}, average C {cost}; the run left it at step {left}, where {change} and more was changed</source>
        <translation>{branch}：第 {step} 步，平均 C {cost}；训练在第 {left} 步离开了它，那里的更改：{change}，还有别的更改</translation>
    </message>
</context>
<context>
    <name>CoursePage</name>
    <message>
        <source>A point at every step.</source>
        <translation>每一步一个点。</translation>
    </message>
    <message>
        <source>A point at every step; ▲ marks where it became right, ▼ where it was forgotten.</source>
        <translation>每一步一个点；▲ 标出变对的地方，▼ 标出被忘记的地方。</translation>
    </message>
    <message>
        <source>A point every {n} steps.</source>
        <translation>每 {n} 步一个点。</translation>
    </message>
    <message>
        <source>A point every {n} steps; ▲ marks the first point where it is right, ▼ the first where it is wrong again.</source>
        <translation>每 {n} 步一个点；▲ 标出第一个认对的点，▼ 标出又认错的第一个点。</translation>
    </message>
    <message>
        <source>Every point is exactly what the network says at that step; what happened between two points is not looked at.</source>
        <translation>每个点都恰好是网络在那一步的回答；两点之间发生了什么，没有去看。</translation>
    </message>
    <message>
        <source>The steps taken are being gone through.</source>
        <translation>正在逐一回看走过的步。</translation>
    </message>
    <message>
        <source>When the shown example was first read right, and how often it was forgotten.</source>
        <translation>当前样本什么时候第一次被认对，又被忘记过几次。</translation>
    </message>
    <message>
        <source>{example}, true class {label}: first right at step {first}; forgotten once, and wrong at the newest step.</source>
        <translation>{example}，真实类别 {label}：第 {first} 步第一次认对；忘记过一次，在最新一步认错。</translation>
    </message>
    <message>
        <source>{example}, true class {label}: first right at step {first}; forgotten {n} ×, and right at the newest step.</source>
        <translation>{example}，真实类别 {label}：第 {first} 步第一次认对；忘记过 {n} 次，在最新一步认对。</translation>
    </message>
    <message>
        <source>{example}, true class {label}: first right at step {first}; forgotten {n} ×, and wrong at the newest step.</source>
        <translation>{example}，真实类别 {label}：第 {first} 步第一次认对；忘记过 {n} 次，在最新一步认错。</translation>
    </message>
    <message>
        <source>{example}, true class {label}: it is misread at every point so far.</source>
        <translation>{example}，真实类别 {label}：到目前为止在每个点上都认错。</translation>
    </message>
    <message>
        <source>{example}, true class {label}: right from step {first} on, never forgotten.</source>
        <translation>{example}，真实类别 {label}：从第 {first} 步起一直认对，从未忘记。</translation>
    </message>
    <message>
        <source>{example}: nobody has said what it truly is; at the newest step it is read as {answer}.</source>
        <translation>{example}：没有人说过它到底是什么；在最新一步它被认作 {answer}。</translation>
    </message>
</context>
<context>
    <name>CoursePlot</name>
    <message>
        <source>Outputs for the shown example at the steps taken</source>
        <translation>走过的各步上，对当前样本的输出</translation>
    </message>
    <message>
        <source>Step {step}: misread as {answer}, a = {a}; a of {label} = {true_a}</source>
        <translation>第 {step} 步：误认作 {answer}，a = {a}；{label} 的 a = {true_a}</translation>
    </message>
    <message>
        <source>Step {step}: read as {answer}, a = {a}</source>
        <translation>第 {step} 步：认作 {answer}，a = {a}</translation>
    </message>
    <message>
        <source>Step {step}: read right as {answer}, a = {a}</source>
        <translation>第 {step} 步：认对，是 {answer}，a = {a}</translation>
    </message>
    <message>
        <source>a of every output at the steps taken. Click a point to go to its step; with the keyboard, arrows move from point to point, and Enter goes there.</source>
        <translation>走过的各步上每个输出的 a。单击一个点就到那一步；用键盘时，方向键在点之间移动，Enter 到那一步。</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>CurveSection</name>
    <message>
        <source>All training data</source>
        <translation>全部训练数据</translation>
    </message>
    <message>
        <source>At the dot, {W} = {value} and {C} = {cost}; the dashed line has the slope {slope} = {number}, on all {available} training examples.</source>
        <translation>圆点处 {W} = {value}，{C} = {cost}；虚线的斜率 {slope} = {number}，对全部 {available} 个训练样本而言。</translation>
    </message>
    <message>
        <source>At the dot, {W} = {value} and {C} = {cost}; the dashed line has the slope {slope} = {number}, on {counted} of the {available} training examples, evenly chosen.</source>
        <translation>圆点处 {W} = {value}，{C} = {cost}；虚线的斜率 {slope} = {number}，对 {available} 个训练样本中均匀选出的 {counted} 个而言。</translation>
    </message>
    <message>
        <source>At the dot, {W} = {value} and {C} = {cost}; the dashed line has the slope {slope} = {number}. The ring is where the next step puts {W}: at {next}.</source>
        <translation>圆点处 {W} = {value}，{C} = {cost}；虚线的斜率 {slope} = {number}。圆环是下一步把 {W} 放到的地方：{next}。</translation>
    </message>
    <message>
        <source>At the dot, {W} = {value} and {C} ≈ {cost}.</source>
        <translation>圆点处 {W} = {value}，{C} ≈ {cost}。</translation>
    </message>
    <message>
        <source>At the dot, {W} = {value} and {C} ≈ {cost}. Let go to keep it, or press Esc.</source>
        <translation>圆点处 {W} = {value}，{C} ≈ {cost}。松开就留下它，按 Esc 就放弃。</translation>
    </message>
    <message>
        <source>C is the mean over all training examples, or evenly chosen ones.</source>
        <translation>C 是全部训练样本（或均匀选出的一部分）的平均。</translation>
    </message>
    <message>
        <source>C is the mean over the examples of the next mini-batch.</source>
        <translation>C 是下一个小批量各样本的平均。</translation>
    </message>
    <message>
        <source>This mini-batch</source>
        <translation>这个小批量</translation>
    </message>
    <message>
        <source>{W} = {value} is beyond the curve.</source>
        <translation>{W} = {value} 超出了曲线。</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>&lt;b&gt;Cost C&lt;/b&gt;</source>
        <translation>&lt;b&gt;代价 C&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Cost C&lt;/b&gt; (not the same cost on both sides)</source>
        <translation>&lt;b&gt;代价 C&lt;/b&gt;（两边的代价不是同一种）</translation>
    </message>
    <message>
        <source>Click: both go to that step. Wheel: zoom. Double click: show all steps.</source>
        <translation>单击：两边都到那一步。滚轮：缩放。双击：显示所有步。</translation>
    </message>
    <message>
        <source>Cost of every step of both runs</source>
        <translation>两次训练每一步的代价</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Show C on a logarithmic axis, where small changes show.</source>
        <translation>用对数坐标轴显示 C，小的变化也看得见。</translation>
    </message>
    <message>
        <source>Step {step}: average {left} and {right}</source>
        <translation>第 {step} 步：平均 {left} 和 {right}</translation>
    </message>
    <message>
        <source>averages of {n} steps</source>
        <translation>{n} 步的平均</translation>
    </message>
    <message>
        <source>bright: average of the last {n} steps</source>
        <translation>亮线：最近 {n} 步的平均</translation>
    </message>
    <message>
        <source>pale: every step&apos;s mini-batch</source>
        <translation>淡线：每一步的小批量</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>the step you see</source>
        <translation>你看到的这一步</translation>
    </message>
</context>
<context>
    <name>CurvesPage</name>
    <message>
        <source>At step {step}</source>
        <translation>在第 {step} 步</translation>
    </message>
    <message>
        <source>The layers at one step</source>
        <translation>一步上的各层</translation>
    </message>
    <message>
        <source>The numbers of all layers at that step.</source>
        <translation>各层在那一步的数。</translation>
    </message>
    <message>
        <source>The step that is pointed at, else the one looked at nearest to the present.</source>
        <translation>指针所指的那一步；没有则为看过的步中离现在最近的。</translation>
    </message>
    <message>
        <source>Which layer; the input layer has neither W nor B.</source>
        <translation>哪一层；输入层没有 W 和 B。</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
</context>
<context>
    <name>DataChoosing</name>
    <message>
        <source>A new run begins with {name}.</source>
        <translation>一次新的训练开始了，数据是 {name}。</translation>
    </message>
    <message>
        <source>Go back to the run before</source>
        <translation>回到之前那次训练</translation>
    </message>
    <message>
        <source>Loading was stopped; the run goes on as before.</source>
        <translation>载入已停止；训练照旧。</translation>
    </message>
    <message>
        <source>Loading {name}: {share} %</source>
        <translation>正在载入 {name}：{share} %</translation>
    </message>
    <message>
        <source>Next digit</source>
        <translation>下一个数字</translation>
    </message>
    <message>
        <source>Next example</source>
        <translation>下一个样本</translation>
    </message>
    <message>
        <source>Previous digit</source>
        <translation>上一个数字</translation>
    </message>
    <message>
        <source>Previous example</source>
        <translation>上一个样本</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>停止载入</translation>
    </message>
</context>
<context>
    <name>DataDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Go on with the present data. Key: Esc</source>
        <translation>继续用现在的数据。按键：Esc</translation>
    </message>
    <message>
        <source>Let the new network learn from this data. Key: Enter</source>
        <translation>让新网络从这些数据学习。按键：Enter</translation>
    </message>
    <message>
        <source>Load this data and begin a new run, with η as is usual for it and all else as now. Key: Enter</source>
        <translation>载入这些数据并开始新的训练，η 用适合它的常用值，其余照旧。按键：Enter</translation>
    </message>
    <message>
        <source>Reading was stopped; nothing is changed.</source>
        <translation>读取已停止；什么都没有改变。</translation>
    </message>
    <message>
        <source>Start a new run with this data</source>
        <translation>用这些数据开始新的训练</translation>
    </message>
    <message>
        <source>Use this data</source>
        <translation>使用这些数据</translation>
    </message>
    <message>
        <source>What is the network to learn?</source>
        <translation>网络要学什么？</translation>
    </message>
    <message>
        <source>Why no network can be made with these layers.</source>
        <translation>为什么用这些层做不成网络。</translation>
    </message>
</context>
<context>
    <name>DataKinds</name>
    <message>
        <source>1,797 real handwritten digits of 8×8 pixels, by 13 people. They come with the program, and a small network learns them within seconds.</source>
        <translation>13 个人写的 1,797 个真实手写数字，每个 8×8 像素。随程序附带，小网络几秒就能学会。</translation>
    </message>
    <message>
        <source>70,000 handwritten digits of 28×28 pixels. They are fetched only if you ask for it, and stay on this computer.</source>
        <translation>70,000 个手写数字，每个 28×28 像素。只有在你要求时才下载，并留在这台电脑上。</translation>
    </message>
    <message>
        <source>70,000 handwritten digits, the best-known data there is.</source>
        <translation>70,000 个手写数字，最有名的数据。</translation>
    </message>
    <message>
        <source>A table (.csv), a .npz file, IDX files such as those of Fashion-MNIST, a folder of pictures with one folder for each class, or a sheet of digits that you drew. You can drop it anywhere here.</source>
        <translation>一个表格（.csv）、一个 .npz 文件、像 Fashion-MNIST 那样的 IDX 文件、每个类别一个子文件夹的图片文件夹，或你自己写的一页数字。可以把它拖到这里任何地方。</translation>
    </message>
    <message>
        <source>Choose a file or a folder, or drop one here, to see what is in it.</source>
        <translation>选择一个文件或文件夹，或拖到这里，就能看到里面有什么。</translation>
    </message>
    <message>
        <source>Each example is a point on a plane, and the network has to tell where it belongs. Small networks can be understood neuron by neuron here.</source>
        <translation>每个样本是平面上的一个点，网络要说出它属于哪里。在这里，小网络可以一个神经元一个神经元地看懂。</translation>
    </message>
    <message>
        <source>Embedded digits</source>
        <translation>自带的数字</translation>
    </message>
    <message>
        <source>Examples of your own, from files.</source>
        <translation>来自文件的你自己的样本。</translation>
    </message>
    <message>
        <source>Get MNIST, or open it from a folder, to see what is in it.</source>
        <translation>下载 MNIST，或从文件夹打开它，就能看到里面有什么。</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Own file or folder</source>
        <translation>自己的文件或文件夹</translation>
    </message>
    <message>
        <source>Points on a plane</source>
        <translation>平面上的点</translation>
    </message>
    <message>
        <source>Small handwritten digits that come with the program.</source>
        <translation>随程序附带的小幅手写数字。</translation>
    </message>
    <message>
        <source>Small problems with two inputs, made on the spot.</source>
        <translation>只有两个输入的小问题，当场生成。</translation>
    </message>
</context>
<context>
    <name>DataRow</name>
    <message>
        <source>Choose data …</source>
        <translation>选择数据…</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>How much is read</source>
        <translation>读了多少</translation>
    </message>
    <message>
        <source>How much of the data is read; the run goes on meanwhile.</source>
        <translation>数据读了多少；训练同时照常进行。</translation>
    </message>
    <message>
        <source>Look at what there is: get MNIST, open files of your own, make points.</source>
        <translation>看看有哪些数据：下载 MNIST，打开自己的文件，生成平面上的点。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>What the data are; they decide how many inputs and outputs there are.</source>
        <translation>数据是什么；它决定有多少输入和输出。</translation>
    </message>
    <message>
        <source>What the network learns from.</source>
        <translation>网络从什么学习。</translation>
    </message>
    <message>
        <source>Why these data cannot be used, and what can be done.</source>
        <translation>这些数据为什么不能用，可以怎么办。</translation>
    </message>
    <message>
        <source>{data}, loaded now</source>
        <translation>{data}，现在已载入</translation>
    </message>
    <message>
        <source>{inputs} inputs, {outputs} outputs, {train} examples to learn from</source>
        <translation>{inputs} 个输入，{outputs} 个输出，{train} 个样本用来学习</translation>
    </message>
</context>
<context>
    <name>DeltaLine</name>
    <message>
        <source>{line} (at step {step})</source>
        <translation>{line}（在第 {step} 步）</translation>
    </message>
</context>
<context>
    <name>DescentColumn</name>
    <message>
        <source>All entries in between.</source>
        <translation>中间的所有分量。</translation>
    </message>
    <message>
        <source>Its length {norm} is 0.</source>
        <translation>它的长度 {norm} 是 0。</translation>
    </message>
    <message>
        <source>Its length {norm} is {value}: so steep is C here.</source>
        <translation>它的长度 {norm} 是 {value}：C 在这里就有这么陡。</translation>
    </message>
    <message>
        <source>The largest entries of −∇C</source>
        <translation>−∇C 中最大的分量</translation>
    </message>
    <message>
        <source>The length of the vector, over all weights and biases: ‖∇C‖ = √(Σ (∂C/∂W)² + Σ (∂C/∂B)²).</source>
        <translation>这个向量的长度，遍及所有权重和偏置：‖∇C‖ = √(Σ (∂C/∂W)² + Σ (∂C/∂B)²)。</translation>
    </message>
    <message>
        <source>{norm} is no number any more, as not all entries are.</source>
        <translation>{norm} 已不再是数，因为并非所有分量都是数。</translation>
    </message>
    <message>
        <source>∇C holds ∂C/∂W of every weight and ∂C/∂B of every bias. C of the next step&apos;s mini-batch falls fastest when all of them move along −∇C.</source>
        <translation>∇C 由每个权重的 ∂C/∂W 和每个偏置的 ∂C/∂B 组成。所有权重和偏置沿 −∇C 移动时，下一步的小批量的 C 下降得最快。</translation>
    </message>
</context>
<context>
    <name>DescentWords</name>
    <message>
        <source>A lot: at least {lot} % of the largest entry, whatever its sign. A little: at least {little} % of it. Anything smaller hardly matters.</source>
        <translation>变很多：至少是最大分量的 {lot} %，不论正负。变一点：至少是它的 {little} %。更小的就几乎无关紧要。</translation>
    </message>
    <message>
        <source>Each is 0: C of this mini-batch is flat here, and no way leads down.</source>
        <translation>每个都是 0：这个小批量的 C 在这里是平的，没有哪条路往下走。</translation>
    </message>
    <message>
        <source>Frozen weights and biases are counted too: C depends on them, but no step moves them.</source>
        <translation>冻结的权重和偏置也算在内：C 与它们有关，但没有一步移动它们。</translation>
    </message>
    <message>
        <source>No longer numbers: {bad}.</source>
        <translation>不再是数的：{bad}。</translation>
    </message>
    <message>
        <source>Should change a lot: {lots}; a little: {few}; hardly matter: {rest}.</source>
        <translation>应当变很多：{lots}；变一点：{few}；几乎无关紧要：{rest}。</translation>
    </message>
    <message>
        <source>The bias of neuron {index} of layer {layer}: −∂C/∂B = {value}.</source>
        <translation>第 {layer} 层神经元 {index} 的偏置：−∂C/∂B = {value}。</translation>
    </message>
    <message>
        <source>The weight to neuron {to} of layer {layer} from input {origin}, in row {row}, column {column}: −∂C/∂W = {value}.</source>
        <translation>从第 {row} 行第 {column} 列的输入 {origin} 到第 {layer} 层神经元 {to} 的权重：−∂C/∂W = {value}。</translation>
    </message>
    <message>
        <source>The weight to neuron {to} of layer {layer} from neuron {origin} of layer {before}: −∂C/∂W = {value}.</source>
        <translation>从第 {before} 层神经元 {origin} 到第 {layer} 层神经元 {to} 的权重：−∂C/∂W = {value}。</translation>
    </message>
    <message>
        <source>This is −∇C itself; what the step makes of it is told below, at “{heading}”.</source>
        <translation>这就是 −∇C 本身；一步拿它做什么，下面在“{heading}”处说明。</translation>
    </message>
    <message>
        <source>What every step does</source>
        <translation>每一步做什么</translation>
    </message>
    <message>
        <source>hardly matters</source>
        <translation>几乎无关紧要</translation>
    </message>
    <message>
        <source>is no number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <source>should fall a little</source>
        <translation>应当小降</translation>
    </message>
    <message>
        <source>should fall a lot</source>
        <translation>应当大降</translation>
    </message>
    <message>
        <source>should rise a little</source>
        <translation>应当小升</translation>
    </message>
    <message>
        <source>should rise a lot</source>
        <translation>应当大升</translation>
    </message>
    <message>
        <source>{count} entries in all, the largest first.</source>
        <translation>共 {count} 个分量，最大的在前。</translation>
    </message>
    <message>
        <source>{count} entries in all: the {shown} largest, and at the bottom the smallest.</source>
        <translation>共 {count} 个分量：最大的 {shown} 个，最下面是最小的一个。</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>L1 = {there} instead of {here}</source>
        <translation>L1 是 {there}，而不是 {here}</translation>
    </message>
    <message>
        <source>L2 = {there} instead of {here}</source>
        <translation>L2 是 {there}，而不是 {here}</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>at step {step} {change}</source>
        <translation>第 {step} 步：{change}</translation>
    </message>
    <message>
        <source>bias {there} σ instead of {here}</source>
        <translation>偏置在 σ {there}，而不是{here}</translation>
    </message>
    <message>
        <source>cost = {there} instead of {here}</source>
        <translation>代价是 {there}，而不是 {here}</translation>
    </message>
    <message>
        <source>data {there} instead of {here}</source>
        <translation>数据是 {there}，而不是 {here}</translation>
    </message>
    <message>
        <source>embedded digits</source>
        <translation>自带的数字</translation>
    </message>
    <message>
        <source>layers {there} instead of {here}</source>
        <translation>层是 {there}，而不是 {here}</translation>
    </message>
    <message>
        <source>mini-batch = {there} instead of {here}</source>
        <translation>小批量是 {there}，而不是 {here}</translation>
    </message>
    <message>
        <source>mini-batch {size}</source>
        <translation>小批量 {size}</translation>
    </message>
    <message>
        <source>only in the run at the left: at step {step} {change}</source>
        <translation>只在左边的训练中：第 {step} 步，{change}</translation>
    </message>
    <message>
        <source>optimiser = {there} instead of {here}</source>
        <translation>优化器是 {there}，而不是 {here}</translation>
    </message>
    <message>
        <source>schedule = {there} instead of {here}</source>
        <translation>学习率调度是 {there}，而不是 {here}</translation>
    </message>
    <message>
        <source>seed = {there} instead of {here}</source>
        <translation>种子是 {there}，而不是 {here}</translation>
    </message>
    <message>
        <source>start values = {there} instead of {here}</source>
        <translation>初始值是 {there}，而不是 {here}</translation>
    </message>
    <message>
        <source>{name} ({settings})</source>
        <translation>{name}（{settings}）</translation>
    </message>
    <message>
        <source>η = {rate}</source>
        <translation>η = {rate}</translation>
    </message>
    <message>
        <source>η = {there} instead of {here}</source>
        <translation>η 是 {there}，而不是 {here}</translation>
    </message>
    <message>
        <source>σ = {there} instead of {here}</source>
        <translation>σ 是 {there}，而不是 {here}</translation>
    </message>
    <message>
        <source>‖g‖ at most {there} instead of {here}</source>
        <translation>‖g‖ 至多 {there}，而不是 {here}</translation>
    </message>
</context>
<context>
    <name>Download</name>
    <message>
        <source>MNIST cannot be kept in {folder}, where nothing may be written; allow it and try again.</source>
        <translation>MNIST 不能放在 {folder}，那里不许写入；请允许写入再试。</translation>
    </message>
    <message>
        <source>MNIST cannot be written to {folder} ({reason}); try again, or open it from another folder.</source>
        <translation>MNIST 无法写到 {folder}（{reason}）；请再试，或从别的文件夹打开它。</translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made, so nothing was fetched; try again from another network, or open MNIST from a folder.</source>
        <translation>无法与 {host} 建立安全连接，所以什么也没有下载；请换个网络再试，或从文件夹打开 MNIST。</translation>
    </message>
    <message>
        <source>The connection to {host} broke off within {name}; what has come is kept, so try again to go on from there.</source>
        <translation>与 {host} 的连接在传 {name} 时断了；已收到的部分保留着，请再试一次，从那里接着下载。</translation>
    </message>
    <message>
        <source>There is no space left for MNIST in {folder}: it takes {megabytes} MB; make room and try again.</source>
        <translation>{folder} 里没有放 MNIST 的空间：它要 {megabytes} MB；请腾出空间再试。</translation>
    </message>
    <message>
        <source>What {host} sends as {name} is something else (its SHA-256 or its length is another), so it was deleted; try again later, or open MNIST from a folder.</source>
        <translation>{host} 作为 {name} 发来的是别的东西（SHA-256 或长度不符），已经删除；请稍后再试，或从文件夹打开 MNIST。</translation>
    </message>
    <message>
        <source>{host} does not answer, or this computer is offline; try again when it is online, or open MNIST from a folder.</source>
        <translation>{host} 没有应答，或这台电脑没有联网；请联网后再试，或从文件夹打开 MNIST。</translation>
    </message>
    <message>
        <source>{host} does not give {name} (its answer is HTTP {status}); try again later, or open MNIST from a folder.</source>
        <translation>{host} 不给 {name}（它的回答是 HTTP {status}）；请稍后再试，或从文件夹打开 MNIST。</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the pad; what is drawn stays.</source>
        <translation>关闭手写板；写的东西保留着。</translation>
    </message>
    <message>
        <source>Draw a digit, and the network answers while you do.</source>
        <translation>写一个数字，网络边看边回答。</translation>
    </message>
    <message>
        <source>There is no room for both: the pad is closed, and what is drawn stays.</source>
        <translation>这里放不下两个面板：手写板已关闭；写的东西保留着。</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>手写的图</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>Let go to begin a new run with the weights in “{name}”</source>
        <translation>松开即用“{name}”里的权重开始新的训练</translation>
    </message>
    <message>
        <source>Let go to open “{name}”</source>
        <translation>松开即打开“{name}”</translation>
    </message>
    <message>
        <source>Let go to read the chapters in “{name}”</source>
        <translation>松开即读“{name}”里的章节</translation>
    </message>
    <message>
        <source>Let go to see what data is in “{name}”</source>
        <translation>松开即查看“{name}”里有什么数据</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Undone: {change}.</source>
        <translation>已撤销：{change}。</translation>
    </message>
    <message>
        <source>Undone: {change}. The run is at step {step} again; the steps that were taken since are kept as another branch.</source>
        <translation>已撤销：{change}。训练又回到第 {step} 步；此后走过的步作为另一个分支保留着。</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A chapter begins with a line “---”, its title and state, and another line “---”; write them.</source>
        <translation>一章以一行“---”开头，接着是标题和状态，再是一行“---”；请写上。</translation>
    </message>
    <message>
        <source>A check is a formula, “=” and its value, as “answer = 7”, or “answer = 7 | step=100”; write it so.</source>
        <translation>一项检查是公式、“=”和它的值，如“answer = 7”或“answer = 7 | step=100”；请这样写。</translation>
    </message>
    <message>
        <source>A direction needs a number for each of the network&apos;s {count:,} weights and biases, as one flat vector; this has the shape {shape}.</source>
        <translation>一个方向须为网络的 {count:,} 个权重和偏置各给一个数，排成一个向量；这里的形状是 {shape}。</translation>
    </message>
    <message>
        <source>A drawing of the shape {shape} cannot become an input of {rows}×{columns}; give pictures.</source>
        <translation>形状为 {shape} 的手写图不能变成 {rows}×{columns} 的输入；请给图像。</translation>
    </message>
    <message>
        <source>A drawing of the shape {shape} with the label {label} does not go on a sheet; give {side}×{side} pixels and a label from 0 to 9.</source>
        <translation>形状为 {shape}、标签为 {label} 的手写图放不进页里；请给 {side}×{side} 像素和从 0 到 9 的标签。</translation>
    </message>
    <message>
        <source>A line of {path} from {line} on is no row of numbers; mend the file or choose another.</source>
        <translation>{path} 从第 {line} 行起有一行不是一行数；请改正文件，或选别的。</translation>
    </message>
    <message>
        <source>A network computes in float32 or float64, not in {dtype}; choose one of them.</source>
        <translation>网络用 float32 或 float64 计算，不用 {dtype}；请选其中之一。</translation>
    </message>
    <message>
        <source>A network needs at least an input and an output layer, as in 64,10; this has {count}.</source>
        <translation>一个网络至少须有输入层和输出层，如 64,10；这里有 {count} 层。</translation>
    </message>
    <message>
        <source>A question needs 2 to {most} answers, each with a key of its own, as “- (7) It is a seven.”</source>
        <translation>一个问题要有 2 到 {most} 个选项，每个有自己的代号，如“- (7) 这是七。”</translation>
    </message>
    <message>
        <source>A state has no “{name}”; write one of {known}.</source>
        <translation>状态里没有“{name}”；请写其中之一：{known}。</translation>
    </message>
    <message>
        <source>A state has “{name}” twice; leave one out.</source>
        <translation>状态里“{name}”出现了两次；请去掉一个。</translation>
    </message>
    <message>
        <source>A task needs one link by which it is noticed, as [select it](do:select/1.3); this one has {count}.</source>
        <translation>一项任务须有一个用来判断是否完成的链接，如 [选中它](do:select/1.3)；这一项有 {count} 个。</translation>
    </message>
    <message>
        <source>A weight of layer {layer} from neuron {origin} needs the neuron that it leads to, as in core.Part({layer}, 0, {origin}).</source>
        <translation>第 {layer} 层来自神经元 {origin} 的权重还须给出它通向的神经元，如 core.Part({layer}, 0, {origin})。</translation>
    </message>
    <message>
        <source>All examples in {path} have the label {label}; give data of two classes at least.</source>
        <translation>{path} 中所有样本的标签都是 {label}；请给至少有两个类别的数据。</translation>
    </message>
    <message>
        <source>An ONNX file needs the library onnx; install it with pip install &apos;visualiser[exchange]&apos;, or save the weights as .safetensors.</source>
        <translation>ONNX 文件需要 onnx 库；请用 pip install &apos;visualiser[exchange]&apos; 安装它，或把权重存为 .safetensors。</translation>
    </message>
    <message>
        <source>An answer begins with its key in brackets, as “- (7) It is a seven.”</source>
        <translation>选项以括号里的代号开头，如“- (7) 这是七。”</translation>
    </message>
    <message>
        <source>An image of {width} × {height} pixels is too large; choose a size and a scale that make no more than {most} pixels a side and {millions} million in all.</source>
        <translation>{width} × {height} 像素的图像太大；请选合适的尺寸和倍数，使每边不超过 {most} 像素，总共不超过 {millions} 百万像素。</translation>
    </message>
    <message>
        <source>C cannot fall below {value}; type a number above 0, for instance 0.1.</source>
        <translation>C 不能降到 {value} 以下；请输入大于 0 的数，例如 0.1。</translation>
    </message>
    <message>
        <source>C cannot rise for {count} epochs; type a whole number from 1 up, for instance 3.</source>
        <translation>C 不能上升 {count} 轮；请输入从 1 起的整数，例如 3。</translation>
    </message>
    <message>
        <source>EMNIST&apos;s pictures are stored lying on their side and are set upright.</source>
        <translation>EMNIST 的图像存成横躺着的，这里把它们扶正。</translation>
    </message>
    <message>
        <source>Each column is scaled so that its lowest number becomes 0 and its highest 1.</source>
        <translation>每一列都经过缩放，使最小的数变为 0，最大的变为 1。</translation>
    </message>
    <message>
        <source>Every fifth picture of each class is kept for testing.</source>
        <translation>每个类别每五幅留一幅作测试。</translation>
    </message>
    <message>
        <source>In {path}, the training examples have the shape {train} and the test examples {test}; both need the same.</source>
        <translation>{path} 中，训练样本的形状是 {train}，测试样本的是 {test}；两者须相同。</translation>
    </message>
    <message>
        <source>In {path}, {inputs} holds {input_count} examples and {labels} {label_count} labels; both need as many.</source>
        <translation>{path} 中，{inputs} 有 {input_count} 个样本，{labels} 有 {label_count} 个标签；两者须一样多。</translation>
    </message>
    <message>
        <source>In {path}, {name} has the shape {shape}; give numbers, one example a row, or pictures in grey.</source>
        <translation>{path} 中，{name} 的形状是 {shape}；请给数，一行一个样本，或灰度图像。</translation>
    </message>
    <message>
        <source>In {path}, {name} holds no labels; give one whole number or word for each example.</source>
        <translation>{path} 中，{name} 里没有标签；请给每个样本一个整数或一个词。</translation>
    </message>
    <message>
        <source>In {path}, {name} holds numbers that are not finite (NaN, infinity or more than 3.4e38); leave such examples out or mend them.</source>
        <translation>{path} 中，{name} 里含有非有限的数（NaN、无穷或大于 3.4e38）；请去掉或改正这些样本。</translation>
    </message>
    <message>
        <source>Layer {layer} cannot have {name}, which is for the output layer; choose another activation function for it, for instance logistic.</source>
        <translation>第 {layer} 层不能用 {name}，它是给输出层的；请为它选别的激活函数，例如 logistic。</translation>
    </message>
    <message>
        <source>Layer {layer} has {size} neurons; give it a whole number from 1 to {largest}.</source>
        <translation>第 {layer} 层有 {size} 个神经元；请给从 1 到 {largest} 的整数。</translation>
    </message>
    <message>
        <source>Line {line} of {path} has another number of columns ({count}) than the first line ({expected}); mend the file or choose another.</source>
        <translation>{path} 的第 {line} 行有 {count} 列，与第一行（{expected} 列）不同；请改正文件，或选别的。</translation>
    </message>
    <message>
        <source>Line {line} of {path} has no label; mend the file or choose another.</source>
        <translation>{path} 的第 {line} 行没有标签；请改正文件，或选别的。</translation>
    </message>
    <message>
        <source>Line {line} of {path} has {text} in column {column}, which is no number; mend the file or choose another.</source>
        <translation>{path} 的第 {line} 行第 {column} 列是 {text}，不是数；请改正文件，或选别的。</translation>
    </message>
    <message>
        <source>Line {line} of {path} holds a number that is not finite (NaN, infinity or more than 3.4e38); leave such examples out or mend them.</source>
        <translation>{path} 的第 {line} 行含有非有限的数（NaN、无穷或大于 3.4e38）；请去掉或改正这些样本。</translation>
    </message>
    <message>
        <source>Line {line} of {path} holds a zero byte, as no text does; choose another file, or save it anew as UTF-8.</source>
        <translation>{path} 的第 {line} 行有零字节，文本里不会有；请选别的文件，或重新存为 UTF-8。</translation>
    </message>
    <message>
        <source>Line {line} of {path} is longer than an example can be; choose another file.</source>
        <translation>{path} 的第 {line} 行比一个样本可能的长度还长；请选别的文件。</translation>
    </message>
    <message>
        <source>Line {line} of {path} is no text in UTF-8; choose another file, or save it anew as UTF-8.</source>
        <translation>{path} 的第 {line} 行不是 UTF-8 文本；请选别的文件，或重新存为 UTF-8。</translation>
    </message>
    <message>
        <source>MNIST is not in {folder}, or not all of it; fetch it with “Get MNIST” in the window, or give a folder that holds its four files.</source>
        <translation>MNIST 不在 {folder}，或不完整；请用窗口里的“下载 MNIST”取得它，或给出存有它四个文件的文件夹。</translation>
    </message>
    <message>
        <source>Most pictures are dark on light paper, so all are inverted: 1 is ink.</source>
        <translation>大多数图片是浅纸深字，所以全部反色：1 是墨。</translation>
    </message>
    <message>
        <source>Neuron {neuron} of layer {layer} cannot be held at {value}; give a number that is not out of all bounds, for instance 0.</source>
        <translation>第 {layer} 层的神经元 {neuron} 不能固定在 {value}；请给一个不太离谱的数，例如 0。</translation>
    </message>
    <message>
        <source>Neuron {neuron} of layer {layer} is an output, which says what the network answers; hold a neuron of a hidden layer instead.</source>
        <translation>第 {layer} 层的神经元 {neuron} 是输出，由它说出网络的回答；请改为固定隐藏层的神经元。</translation>
    </message>
    <message>
        <source>No answer has the key “{right}”; write one of {keys}.</source>
        <translation>没有代号为“{right}”的选项；请写其中之一：{keys}。</translation>
    </message>
    <message>
        <source>No run can be saved as {path}; choose a file in a folder that is there and that you may write to.</source>
        <translation>训练不能存为 {path}；请选一个文件夹存在、你又可以写入的文件。</translation>
    </message>
    <message>
        <source>Nobody has said what the shown input truly is, so it cannot be recognised; show an example of the data, or choose another condition.</source>
        <translation>没有人说过显示的输入到底是什么，所以无法被认出；请显示数据中的样本，或选别的条件。</translation>
    </message>
    <message>
        <source>None of these examples is misread: the network, as it is now, gets all of them right.</source>
        <translation>这些样本没有一个被认错：网络现在全都认对。</translation>
    </message>
    <message>
        <source>ONNX has no activation function {name}; save the weights as .safetensors.</source>
        <translation>ONNX 没有激活函数 {name}；请把权重存为 .safetensors。</translation>
    </message>
    <message>
        <source>Only questions have a heading, which begins with “## ”; write this as a sentence.</source>
        <translation>只有问题才有标题，以“## ”开头；请把这一行写成普通句子。</translation>
    </message>
    <message>
        <source>Step {step} of a network of {layers} is too long to wait for; write an earlier step, or fewer neurons.</source>
        <translation>{layers} 的网络走到第 {step} 步要等太久；请写早一些的步，或少一些神经元。</translation>
    </message>
    <message>
        <source>That branch is no longer there; choose another one.</source>
        <translation>那个分支已经不在了；请选别的。</translation>
    </message>
    <message>
        <source>That is what this run has already; choose something else.</source>
        <translation>这次训练本来就是这样；请选别的。</translation>
    </message>
    <message>
        <source>The bias is added inside or outside σ, so bias is &apos;inside&apos; or &apos;outside&apos;, not {bias!r}.</source>
        <translation>偏置加在 σ 里面或外面，所以 bias 是 &apos;inside&apos; 或 &apos;outside&apos;，不是 {bias!r}。</translation>
    </message>
    <message>
        <source>The branch&apos;s name has {length} characters; choose one of at most {most}.</source>
        <translation>分支的名字有 {length} 个字符；请选一个最多 {most} 个字符的。</translation>
    </message>
    <message>
        <source>The chapter has no text; write some sentences.</source>
        <translation>这一章没有正文；请写几句话。</translation>
    </message>
    <message>
        <source>The chapter has no title; write “title:” at its head.</source>
        <translation>这一章没有标题；请在开头写上“title:”。</translation>
    </message>
    <message>
        <source>The chapter has {count} tasks, questions or checks; {most} are enough.</source>
        <translation>这一章有 {count} 项任务、问题或检查；{most} 项就够了。</translation>
    </message>
    <message>
        <source>The chapter is longer than {most} characters; divide it.</source>
        <translation>这一章超过 {most} 个字符；请把它分开。</translation>
    </message>
    <message>
        <source>The cost is no longer a finite number after step {step}: with η = {rate:g} the steps are too long. The run is back on its last good step; lower the learning rate, or step back, and play on.</source>
        <translation>第 {step} 步之后代价不再是有限的数：η = {rate:g} 时一步太长。训练已回到最后一个正常的步；请降低学习率，或退一步，再继续播放。</translation>
    </message>
    <message>
        <source>The cost is not a finite number before the first step: the inputs, the start values or a held neuron&apos;s value are too large; choose smaller ones.</source>
        <translation>第一步之前代价就不是有限的数：输入、初始值或固定的神经元的值太大；请选小一些的。</translation>
    </message>
    <message>
        <source>The cost {cost} needs outputs between 0 and 1, which a bias outside σ moves away; put the bias inside, or choose the cost quadratic, which fits any.</source>
        <translation>代价 {cost} 要求输出在 0 与 1 之间，而 σ 外面的偏置会把它们移开；请把偏置放在里面，或选平方代价 quadratic，它都适用。</translation>
    </message>
    <message>
        <source>The cost {cost} needs outputs that are {partner}, not {activation}; choose {partner} for the output layer, or the cost quadratic, which fits any.</source>
        <translation>代价 {cost} 要求输出是 {partner}，而不是 {activation}；请为输出层选 {partner}，或选平方代价 quadratic，它都适用。</translation>
    </message>
    <message>
        <source>The cost {cost} needs targets that add up to 1 for every example, and those of the data do not; choose the cost cross_entropy or quadratic.</source>
        <translation>代价 {cost} 要求每个样本的目标之和为 1，而这些数据的不是；请选代价 cross_entropy 或 quadratic。</translation>
    </message>
    <message>
        <source>The curve has {points} points; choose a whole number from 2 to 100000, for instance 101.</source>
        <translation>曲线有 {points} 个点；请选从 2 到 100000 的整数，例如 101。</translation>
    </message>
    <message>
        <source>The data has {train} training examples and {test} test examples; give at least one of each.</source>
        <translation>数据有 {train} 个训练样本和 {test} 个测试样本；请至少各给一个。</translation>
    </message>
    <message>
        <source>The data {name} has no settings; leave out “{part}”.</source>
        <translation>数据 {name} 没有设置；请去掉“{part}”。</translation>
    </message>
    <message>
        <source>The direction is not finite (NaN or infinity) everywhere; choose another one.</source>
        <translation>这个方向有的地方不是有限的（NaN 或无穷）；请另选一个。</translation>
    </message>
    <message>
        <source>The example cannot be recognised {count} times in a row; type a whole number from 1 up, for instance 1.</source>
        <translation>样本不能连续 {count} 次被认出；请输入从 1 起的整数，例如 1。</translation>
    </message>
    <message>
        <source>The examples are chosen by a list of whole numbers from 0 to {last}.</source>
        <translation>样本由从 0 到 {last} 的整数的列表选出。</translation>
    </message>
    <message>
        <source>The examples have {inputs} numbers and {targets} targets, and the network has {first} inputs and {last} outputs; give examples that fit it.</source>
        <translation>样本有 {inputs} 个数和 {targets} 个目标，而网络有 {first} 个输入和 {last} 个输出；请给与它相符的样本。</translation>
    </message>
    <message>
        <source>The features {given!r} are none, or name one twice; write them as in {names}.</source>
        <translation>特征 {given!r} 一个也没有，或有重名；请写成 {names} 这样。</translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}); allow it, or take it away.</source>
        <translation>文件无法读取（{reason}）；请允许读取，或把它移走。</translation>
    </message>
    <message>
        <source>The file is larger than {most} bytes; divide the chapter.</source>
        <translation>文件超过 {most} 字节；请把这一章分开。</translation>
    </message>
    <message>
        <source>The file is no text in UTF-8; save it as that.</source>
        <translation>文件不是 UTF-8 文本；请按 UTF-8 保存。</translation>
    </message>
    <message>
        <source>The first column numbers the rows and is left out.</source>
        <translation>第一列是行号，略去不用。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({reason}); choose another, or allow it.</source>
        <translation>文件夹 {folder} 无法读取（{reason}）；请选别的，或允许读取它。</translation>
    </message>
    <message>
        <source>The gradient cannot be clipped to a length of {value}; choose a number above 0, for instance 1.</source>
        <translation>梯度不能裁剪到长度 {value}；请选大于 0 的数，例如 1。</translation>
    </message>
    <message>
        <source>The gradient has the length {length:g} here, so no direction is the steepest; choose a random direction instead.</source>
        <translation>梯度在这里的长度是 {length:g}，所以没有最陡的方向；请改选随机方向。</translation>
    </message>
    <message>
        <source>The header of {path} promises {shape} numbers, more than can be loaded; get a fresh copy of it.</source>
        <translation>{path} 的文件头说有 {shape} 个数，多得载不下；请重新取得它。</translation>
    </message>
    <message>
        <source>The input layer has {expected} neurons, so an example needs as many numbers; these have the shape {shape}.</source>
        <translation>输入层有 {expected} 个神经元，所以一个样本须有这么多个数；这些的形状是 {shape}。</translation>
    </message>
    <message>
        <source>The inputs have the shape {shape}; give a table with one example a row.</source>
        <translation>输入的形状是 {shape}；请给一张表，一行一个样本。</translation>
    </message>
    <message>
        <source>The labels are taken from column {column}.</source>
        <translation>标签取自第 {column} 列。</translation>
    </message>
    <message>
        <source>The labels go from {lowest:g} to {highest:g} or are no whole numbers; number the classes 0, 1, 2, … up to {most}, or give targets, one row an example.</source>
        <translation>标签从 {lowest:g} 到 {highest:g}，或不是整数；请把类别编为 0、1、2 …，至多 {most}，或给目标，一行一个样本。</translation>
    </message>
    <message>
        <source>The layers are {sizes!r}; give a list of their neurons, as in (64, 16, 10).</source>
        <translation>各层是 {sizes!r}；请给出各层神经元数的列表，如 (64, 16, 10)。</translation>
    </message>
    <message>
        <source>The layers {sizes} do not fit the data: its examples have {inputs} numbers and {classes} classes, so the first layer needs {inputs} neurons and the last {classes}, as in {example}.</source>
        <translation>各层 {sizes} 与数据不符：每个样本有 {inputs} 个数，共 {classes} 个类别，所以第一层须有 {inputs} 个神经元，最后一层须有 {classes} 个，如 {example}。</translation>
    </message>
    <message>
        <source>The layers {sizes} have {count:,} weights and biases; choose smaller ones with at most {most:,}.</source>
        <translation>各层 {sizes} 有 {count:,} 个权重和偏置；请选小一些的，最多 {most:,} 个。</translation>
    </message>
    <message>
        <source>The learning rate η is {value}; choose a number above 0 and up to {largest:g}, for instance {default:g}.</source>
        <translation>学习率 η 是 {value}；请选大于 0、至多 {largest:g} 的数，例如 {default:g}。</translation>
    </message>
    <message>
        <source>The line is longer than {most} characters; divide it.</source>
        <translation>这一行超过 {most} 个字符；请把它分开。</translation>
    </message>
    <message>
        <source>The link cannot be saved as {path} ({reason}); choose a folder that you may write to.</source>
        <translation>链接不能存为 {path}（{reason}）；请选一个你可以写入的文件夹。</translation>
    </message>
    <message>
        <source>The link file {path} cannot be read ({reason}); choose another, or allow it.</source>
        <translation>链接文件 {path} 无法读取（{reason}）；请选别的，或允许读取它。</translation>
    </message>
    <message>
        <source>The link “{target}” leads nowhere; begin it with do: or state:, as do:select/1.3.</source>
        <translation>链接“{target}”没有去处；请以 do: 或 state: 开头，如 do:select/1.3。</translation>
    </message>
    <message>
        <source>The memory for history is {size} bytes; choose a whole number from {least} up.</source>
        <translation>历史所用的内存是 {size} 字节；请选从 {least} 起的整数。</translation>
    </message>
    <message>
        <source>The mini-batch has {value} examples; choose a whole number from 1 to {count}, the number of training examples.</source>
        <translation>小批量有 {value} 个样本；请选从 1 到 {count} 的整数，{count} 是训练样本的个数。</translation>
    </message>
    <message>
        <source>The numbers are divided by {white}, so that blank paper is 0 and full ink 1.</source>
        <translation>数值除以 {white}，使白纸为 0，全墨为 1。</translation>
    </message>
    <message>
        <source>The numbers are scaled so that {lowest:g} becomes 0 and {highest:g} becomes 1.</source>
        <translation>数值经过缩放，使 {lowest:g} 变为 0，{highest:g} 变为 1。</translation>
    </message>
    <message>
        <source>The numbers are taken as they are.</source>
        <translation>数值原样取用。</translation>
    </message>
    <message>
        <source>The path has the shape {shape}; give a table with the finite parameters at one point a row.</source>
        <translation>路径的形状是 {shape}；请给一张表，一行是一个点的有限的参数。</translation>
    </message>
    <message>
        <source>The path has {count:,} numbers at each point, and the directions have the shape {shape}; give directions of the same length.</source>
        <translation>路径的每个点有 {count:,} 个数，而方向的形状是 {shape}；请给长度相同的方向。</translation>
    </message>
    <message>
        <source>The path has {count} points and no two directions; take more steps first, so that it leaves the straight line.</source>
        <translation>路径有 {count} 个点，张不成两个方向；请先多走几步，让它离开直线。</translation>
    </message>
    <message>
        <source>The penalty {name} is {value}; choose 0 for none, or a small number, for instance 0.0001.</source>
        <translation>惩罚项 {name} 是 {value}；请选 0 表示没有，或选一个很小的数，例如 0.0001。</translation>
    </message>
    <message>
        <source>The picture cannot be written to {path}; choose another place, and a name that ends in .png or .svg.</source>
        <translation>图片不能写到 {path}；请选别的地方，并用以 .png 或 .svg 结尾的名字。</translation>
    </message>
    <message>
        <source>The pictures are scaled in proportion to {rows}×{columns} pixels.</source>
        <translation>图片按比例缩放到 {rows}×{columns} 像素。</translation>
    </message>
    <message>
        <source>The plane cannot reach over {extent}; give one number above 0, for instance 1, or the lowest and highest step along each direction, such as (-1, 1, -2, 2).</source>
        <translation>平面不能延伸 {extent}；请给一个大于 0 的数，例如 1，或沿每个方向最低和最高的步，例如 (-1, 1, -2, 2)。</translation>
    </message>
    <message>
        <source>The question does not say which answer is right; write “right:” and its key, or “=” and a formula.</source>
        <translation>问题没有说哪个选项是对的；请写“right:”和它的代号，或“=”和一个公式。</translation>
    </message>
    <message>
        <source>The question has no reason; write it in a line that begins with “&gt;”.</source>
        <translation>问题没有写理由；请写在以“&gt;”开头的一行里。</translation>
    </message>
    <message>
        <source>The run before is gone; open it where it was saved.</source>
        <translation>之前的那次训练已经没有了；请从保存它的地方打开。</translation>
    </message>
    <message>
        <source>The run cannot be saved as {path} ({reason}); choose another place.</source>
        <translation>训练不能存为 {path}（{reason}）；请选别的地方。</translation>
    </message>
    <message>
        <source>The run in progress cannot be kept in {path} ({reason}); make room there, or save it in another place.</source>
        <translation>进行中的训练不能留存在 {path}（{reason}）；请在那里腾出空间，或把它存到别处。</translation>
    </message>
    <message>
        <source>The run is on this branch; go to another one before you delete it.</source>
        <translation>训练就在这个分支上；删除它之前请先到另一个分支。</translation>
    </message>
    <message>
        <source>The schedule {schedule} lasts {value} epochs; choose a number above 0, for instance 30.</source>
        <translation>学习率调度 {schedule} 持续 {value} 轮；请选大于 0 的数，例如 30。</translation>
    </message>
    <message>
        <source>The seed is a whole number from 0 up, not {seed}; for instance 7.</source>
        <translation>种子是从 0 起的整数，不是 {seed}；例如 7。</translation>
    </message>
    <message>
        <source>The set-up is for the data “{name}”; open that data first (Ctrl+D), and then the set-up once more.</source>
        <translation>这个设定用的数据是“{name}”；请先打开那些数据（Ctrl+D），再打开一次设定。</translation>
    </message>
    <message>
        <source>The set-up is for the data “{name}”; open that data first, with --data, and then the set-up in the window.</source>
        <translation>这个设定用的数据是“{name}”；请先用 --data 打开那些数据，再在窗口里打开设定。</translation>
    </message>
    <message>
        <source>The set-up is of version {version}, and this program reads version 1; a newer program may read it.</source>
        <translation>这个设定的版本是 {version}，而这个程序读版本 1；较新的程序也许能读。</translation>
    </message>
    <message>
        <source>The set-up selects something that a network of {sizes} does not have; layers and neurons count from 0, as in select=1.3.</source>
        <translation>这个设定选中了 {sizes} 网络里没有的东西；层和神经元从 0 数起，如 select=1.3。</translation>
    </message>
    <message>
        <source>The table cannot be written to {path}; choose another place or name.</source>
        <translation>表格不能写到 {path}；请选别的地方或名字。</translation>
    </message>
    <message>
        <source>The targets of the data lie between {lowest:g} and {highest:g}, which outputs that are {name} never reach; choose identity for the output layer, or targets from {least:g} to {most:g}.</source>
        <translation>数据的目标在 {lowest:g} 与 {highest:g} 之间，{name} 的输出永远到不了；请为输出层选 identity，或让目标在 {least:g} 到 {most:g} 之间。</translation>
    </message>
    <message>
        <source>The targets of the data lie between {lowest:g} and {highest:g}, which outputs that are {name} never reach; choose identity for the output layer, or targets from {least:g} up.</source>
        <translation>数据的目标在 {lowest:g} 与 {highest:g} 之间，{name} 的输出永远到不了；请为输出层选 identity，或让目标从 {least:g} 起。</translation>
    </message>
    <message>
        <source>The test accuracy cannot rise above {value} %; type a number from 0 up that is less than 100, for instance 95.</source>
        <translation>测试正确率不能升到 {value} % 以上；请输入从 0 起、小于 100 的数，例如 95。</translation>
    </message>
    <message>
        <source>The text has {count} characters, and a set-up has at most {most}; copy only the line that begins with nnv1:.</source>
        <translation>这段文字有 {count} 个字符，而设定最多 {most} 个；请只复制以 nnv1: 开头的那一行。</translation>
    </message>
    <message>
        <source>The tour cannot notice “{name}”; write one of {known}.</source>
        <translation>导览察觉不到“{name}”；请写其中之一：{known}。</translation>
    </message>
    <message>
        <source>The training examples have {train} numbers and targets, the test examples {test}; give both the same, with the number of classes where some do not occur.</source>
        <translation>训练样本有 {train} 个数和目标，测试样本有 {test} 个；请让两者相同，有的类别没有出现时请给出类别数。</translation>
    </message>
    <message>
        <source>The training pictures in {folder} have {train} pixels and the test pictures {test}; both need the same size.</source>
        <translation>{folder} 中训练图像有 {train} 个像素，测试图像有 {test} 个；两者大小须相同。</translation>
    </message>
    <message>
        <source>The two directions are not finite, or 0, or the same line, so that they span no plane; choose another one.</source>
        <translation>两个方向不是有限的，或为 0，或在同一条直线上，张不成平面；请另选一个。</translation>
    </message>
    <message>
        <source>The values cannot be written to {path}; choose another place or name.</source>
        <translation>这些值不能写到 {path}；请选别的地方或名字。</translation>
    </message>
    <message>
        <source>The values for the curve are no list of at least two finite numbers; give for instance -1, 0 and 1.</source>
        <translation>曲线的取值不是至少两个有限的数的列表；请给例如 -1、0 和 1。</translation>
    </message>
    <message>
        <source>The {name} are not all finite (NaN, infinity or more than 3.4e38); leave such examples out or mend them.</source>
        <translation>{name} 不全是有限的（NaN、无穷或大于 3.4e38）；请去掉或改正这些样本。</translation>
    </message>
    <message>
        <source>The {name} are not all numbers; give an array of numbers.</source>
        <translation>{name} 不全是数；请给数的数组。</translation>
    </message>
    <message>
        <source>The {name} has the shape {shape}; give one list of {length} finite numbers.</source>
        <translation>{name} 的形状是 {shape}；请给一个由 {length} 个有限的数组成的列表。</translation>
    </message>
    <message>
        <source>The {name} of the schedule {schedule} is {value}; choose a number from 0 to 1, for instance 0.5.</source>
        <translation>学习率调度 {schedule} 的 {name} 是 {value}；请选从 0 到 1 的数，例如 0.5。</translation>
    </message>
    <message>
        <source>The ε that keeps a step finite is {value}; choose a small number above 0, for instance 1e-8.</source>
        <translation>使一步保持有限的 ε 是 {value}；请选一个大于 0 的很小的数，例如 1e-8。</translation>
    </message>
    <message>
        <source>There are no chapters in {folder}; each is a file whose name ends in .md.</source>
        <translation>{folder} 里没有章节；每一章是一个文件名以 .md 结尾的文件。</translation>
    </message>
    <message>
        <source>There are no test examples of their own: every fifth example of each class, {test} of {all}, is kept for testing.</source>
        <translation>没有专门的测试样本：每个类别每五个留一个作测试，即 {all} 个中的 {test} 个。</translation>
    </message>
    <message>
        <source>There are {classes} classes; give a whole number from 1 to {most}.</source>
        <translation>有 {classes} 个类别；请给从 1 到 {most} 的整数。</translation>
    </message>
    <message>
        <source>There are {count} chapters in {folder}; put {most} or fewer there.</source>
        <translation>{folder} 里有 {count} 章；请至多放 {most} 章。</translation>
    </message>
    <message>
        <source>There are {count} examples to show; choose a whole number from 1 up, for instance 12.</source>
        <translation>要显示 {count} 个样本；请选从 1 起的整数，例如 12。</translation>
    </message>
    <message>
        <source>There are {count} examples, and the targets have the shape {shape}; give one label, or one row of targets, for each example.</source>
        <translation>有 {count} 个样本，而目标的形状是 {shape}；请为每个样本给一个标签或一行目标。</translation>
    </message>
    <message>
        <source>There are {count} names of σ for {layers} layers after the input; write one for each, with “+” between, or one for all.</source>
        <translation>输入之后有 {layers} 层，σ 的名称却有 {count} 个；请给每层写一个，中间用“+”，或为所有层写一个。</translation>
    </message>
    <message>
        <source>There are {count} steps to take; give a whole number from 0 up, for instance 100.</source>
        <translation>要走 {count} 步；请给从 0 起的整数，例如 100。</translation>
    </message>
    <message>
        <source>There are {given} activation functions for {count} layers after the input; give one for all, two for the hidden layers and the output, or {count}.</source>
        <translation>输入之后有 {count} 层，却有 {given} 个激活函数；请给一个用于所有层，给两个分别用于隐藏层和输出，或给 {count} 个。</translation>
    </message>
    <message>
        <source>There are {most} drawings on this sheet, and no more fit; save it and begin another.</source>
        <translation>这一页上有 {most} 幅手写图，放不下更多了；请保存它，另开一页。</translation>
    </message>
    <message>
        <source>There are {points} points along each direction; choose a whole number from 2 to 1000, for instance 41.</source>
        <translation>每个方向上有 {points} 个点；请选从 2 到 1000 的整数，例如 41。</translation>
    </message>
    <message>
        <source>There is no activation function {name!r}; choose one of: {choices}.</source>
        <translation>没有激活函数 {name!r}；请从中选择：{choices}。</translation>
    </message>
    <message>
        <source>There is no class {label} in this data; choose one from 0 to {last}.</source>
        <translation>这些数据里没有类别 {label}；请选从 0 到 {last} 的一个。</translation>
    </message>
    <message>
        <source>There is no command “{name}” that could have a key; write one of {known}.</source>
        <translation>没有名为“{name}”、可以设按键的命令；请写其中之一：{known}。</translation>
    </message>
    <message>
        <source>There is no cost function {name!r}; choose one of: {choices}.</source>
        <translation>没有代价函数 {name!r}；请从中选择：{choices}。</translation>
    </message>
    <message>
        <source>There is no data called {source!r} and no such file or folder; give one of {names}, or the path of a folder with MNIST&apos;s four files or of another file with examples.</source>
        <translation>没有叫 {source!r} 的数据，也没有这样的文件或文件夹；请给 {names} 之一，或存有 MNIST 四个文件的文件夹的路径，或其他样本文件的路径。</translation>
    </message>
    <message>
        <source>There is no example to ask the network about; give at least one.</source>
        <translation>没有可问网络的样本；请至少给一个。</translation>
    </message>
    <message>
        <source>There is no example {index} among these {count}; choose one from 0 to {last}.</source>
        <translation>这 {count} 个样本中没有样本 {index}；请选从 0 到 {last} 的一个。</translation>
    </message>
    <message>
        <source>There is no example {index}; choose from 0 to {last}.</source>
        <translation>没有样本 {index}；请选从 0 到 {last} 的一个。</translation>
    </message>
    <message>
        <source>There is no example {split}-{index}; the last one is {split}-{last}.</source>
        <translation>没有样本 {split}-{index}；最后一个是 {split}-{last}。</translation>
    </message>
    <message>
        <source>There is no feature {name!r} of a point; choose from {names}.</source>
        <translation>点没有 {name!r} 这个特征；请从 {names} 中选择。</translation>
    </message>
    <message>
        <source>There is no file {path}; choose a file of weights.</source>
        <translation>没有 {path} 这个文件；请选一个权重文件。</translation>
    </message>
    <message>
        <source>There is no file {path}; give the name of a saved run (*.nnrun) or set-up (*.nnlink).</source>
        <translation>没有 {path} 这个文件；请给出一个保存过的训练 (*.nnrun) 或设定 (*.nnlink) 的名字。</translation>
    </message>
    <message>
        <source>There is no file {path}; give the name of a saved run (*.nnrun).</source>
        <translation>没有 {path} 这个文件；请给出一个保存过的训练 (*.nnrun) 的名字。</translation>
    </message>
    <message>
        <source>There is no formula “{name}”; write one of {known}.</source>
        <translation>没有公式“{name}”；请写其中之一：{known}。</translation>
    </message>
    <message>
        <source>There is no layer {layer} that learns; choose one from 1 to {last}.</source>
        <translation>没有会学习的第 {layer} 层；请选从 1 到 {last} 的一层。</translation>
    </message>
    <message>
        <source>There is no learning-rate schedule {name!r}; choose one of: {choices}.</source>
        <translation>没有学习率调度 {name!r}；请从中选择：{choices}。</translation>
    </message>
    <message>
        <source>There is no neuron {index} in layer {layer}; layers and neurons count from 0, as in --select 1.5.</source>
        <translation>第 {layer} 层没有神经元 {index}；层和神经元从 0 数起，如 --select 1.5。</translation>
    </message>
    <message>
        <source>There is no neuron {neuron} in layer {layer} that could saturate.</source>
        <translation>第 {layer} 层没有神经元 {neuron}，或它不会饱和。</translation>
    </message>
    <message>
        <source>There is no neuron {neuron} in layer {layer}; choose one from 0 to {last}.</source>
        <translation>第 {layer} 层没有神经元 {neuron}；请选从 0 到 {last} 的一个。</translation>
    </message>
    <message>
        <source>There is no optimiser {name!r}; choose one of: {choices}.</source>
        <translation>没有优化器 {name!r}；请从中选择：{choices}。</translation>
    </message>
    <message>
        <source>There is no screen here to open a window on (DISPLAY is not set); start it on a desktop, or draw into a file with “visualiser picture out.png”.</source>
        <translation>这里没有可以打开窗口的屏幕（DISPLAY 没有设置）；请在桌面上启动，或用“visualiser picture out.png”画进文件。</translation>
    </message>
    <message>
        <source>There is no step {count} to stop at; type a whole number from 1 up, for instance 1000.</source>
        <translation>没有可以停下的第 {count} 步；请输入从 1 起的整数，例如 1000。</translation>
    </message>
    <message>
        <source>There is no step {step} yet; choose one from 0 to {length}.</source>
        <translation>还没有第 {step} 步；请选从 0 到 {length} 的一步。</translation>
    </message>
    <message>
        <source>There is no such example among these; choose another.</source>
        <translation>这些样本中没有这样的；请选别的。</translation>
    </message>
    <message>
        <source>There is no way to start weights called {name!r}; choose one of: {choices}.</source>
        <translation>没有叫 {name!r} 的权重初始值；请从中选择：{choices}。</translation>
    </message>
    <message>
        <source>There is no weight from neuron {origin} of layer {before} to neuron {neuron} of layer {layer}; layer {before} has neurons 0 to {last}.</source>
        <translation>没有从第 {before} 层神经元 {origin} 到第 {layer} 层神经元 {neuron} 的权重；第 {before} 层的神经元是 0 到 {last}。</translation>
    </message>
    <message>
        <source>There is no {part} in a network of {layers}; layers and neurons count from 0.</source>
        <translation>{layers} 的网络里没有 {part}；层和神经元都从 0 数起。</translation>
    </message>
    <message>
        <source>There is no “{text}” here; write one of {known}.</source>
        <translation>这里没有“{text}”；请写其中之一：{known}。</translation>
    </message>
    <message>
        <source>There is not enough memory for an image of {width} × {height} pixels at scale {scale}; choose a smaller size or scale.</source>
        <translation>没有足够的内存来做倍数为 {scale} 的 {width} × {height} 像素的图像；请选小一些的尺寸或倍数。</translation>
    </message>
    <message>
        <source>There is nothing after “{key}:”; write it.</source>
        <translation>“{key}:”后面什么也没有；请写上。</translation>
    </message>
    <message>
        <source>There is nothing to do again at this step.</source>
        <translation>在这一步没有什么可重做。</translation>
    </message>
    <message>
        <source>There is nothing to undo: nothing was changed up to this step.</source>
        <translation>没有什么可撤销：到这一步为止没有更改过。</translation>
    </message>
    <message>
        <source>These settings do not go together; leave some of them out.</source>
        <translation>这些设置不能同用；请去掉其中几项。</translation>
    </message>
    <message>
        <source>This input has numbers that are not finite; make it anew.</source>
        <translation>这个输入含有非有限的数；请重新做一个。</translation>
    </message>
    <message>
        <source>This input has {count} numbers, and the network takes {needed}; make it anew for this network.</source>
        <translation>这个输入有 {count} 个数，而网络要 {needed} 个；请为这个网络重新做一个。</translation>
    </message>
    <message>
        <source>This input was made for another network; make it anew.</source>
        <translation>这个输入是为另一个网络做的；请重新做一个。</translation>
    </message>
    <message>
        <source>This line of a question means nothing; begin it with “right:”, “state:”, “- (key)” for an answer or “&gt;” for the reason.</source>
        <translation>问题里的这一行没有意义；请以“right:”、“state:”、“- (代号)”（选项）或“&gt;”（理由）开头。</translation>
    </message>
    <message>
        <source>This network takes no pictures of digits; begin a run with data of pictures.</source>
        <translation>这个网络不接受数字的图像；请用图像数据开始一次训练。</translation>
    </message>
    <message>
        <source>What is frozen is {part!r}; give core.Part(layer), core.Part(layer, neuron) or core.Part(layer, neuron, origin).</source>
        <translation>要冻结的是 {part!r}；请给 core.Part(layer)、core.Part(layer, neuron) 或 core.Part(layer, neuron, origin)。</translation>
    </message>
    <message>
        <source>What is held is {held!r}; give core.Held(layer, neuron, value).</source>
        <translation>要固定的是 {held!r}；请给 core.Held(layer, neuron, value)。</translation>
    </message>
    <message>
        <source>What lies beside the folders is left out: {first}, {count} in all.</source>
        <translation>文件夹旁边的东西略去不用：{first}，共 {count} 个。</translation>
    </message>
    <message>
        <source>With what was changed at step {step} the cost is not a finite number; the change is taken back, so that the run can go on.</source>
        <translation>有了第 {step} 步的更改，代价不再是有限的数；这次更改已撤回，训练可以继续。</translation>
    </message>
    <message>
        <source>{file}, line {number}: {reason}</source>
        <translation>{file} 第 {number} 行：{reason}</translation>
    </message>
    <message>
        <source>{folder} cannot be read ({reason}); choose a folder of chapters.</source>
        <translation>{folder} 无法读取（{reason}）；请选择一个放有章节的文件夹。</translation>
    </message>
    <message>
        <source>{folder} has {count} sub-folders, and each would be a class; at most {most} can be told apart, so choose a folder with fewer.</source>
        <translation>{folder} 有 {count} 个子文件夹，每个都会是一个类别；最多能区分 {most} 个，所以请选子文件夹少一些的文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds files but no sub-folders; put the pictures of each class into a sub-folder that is called as the class.</source>
        <translation>{folder} 里有文件，但没有子文件夹；请把每个类别的图片放进以类别命名的子文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds more than {most} files; choose a folder with fewer.</source>
        <translation>{folder} 里有超过 {most} 个文件；请选文件少一些的文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds no file like {prefix}-{kind}-idx{dimensions}-ubyte (or .gz); choose a folder with MNIST&apos;s four files.</source>
        <translation>{folder} 里没有 {prefix}-{kind}-idx{dimensions}-ubyte（或 .gz）这样的文件；请选存有 MNIST 四个文件的文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds no pictures; put some into it, or take it out of {part}.</source>
        <translation>{folder} 里没有图片；请放一些进去，或把它从 {part} 中拿走。</translation>
    </message>
    <message>
        <source>{folder} holds one class only, {name!r}; put the pictures of each class into a sub-folder of its own, at least two.</source>
        <translation>{folder} 里只有一个类别 {name!r}；请把每个类别的图片放进自己的子文件夹，至少两个。</translation>
    </message>
    <message>
        <source>{folder} holds several sets of examples; choose the file of one, as {examples}.</source>
        <translation>{folder} 里有好几组样本；请选其中一组的文件，如 {examples}。</translation>
    </message>
    <message>
        <source>{folder} holds too few pictures; add some.</source>
        <translation>{folder} 里的图片太少；请添加一些。</translation>
    </message>
    <message>
        <source>{folder} is empty; choose a folder with pictures.</source>
        <translation>{folder} 是空的；请选有图片的文件夹。</translation>
    </message>
    <message>
        <source>{images} holds {image_count} pictures and {labels} {label_count} labels; choose two files that belong together.</source>
        <translation>{images} 有 {image_count} 幅图像，{labels} 有 {label_count} 个标签；请选配成一对的两个文件。</translation>
    </message>
    <message>
        <source>{inner} is a folder within a class; put its pictures into {folder} itself, or make it a class of its own.</source>
        <translation>{inner} 是类别里面的文件夹；请把其中的图片直接放进 {folder}，或让它自成一类。</translation>
    </message>
    <message>
        <source>{letter} of the optimiser is {value}; choose a number from 0 to just below 1, for instance 0.9.</source>
        <translation>优化器的 {letter} 是 {value}；请选从 0 到略小于 1 的数，例如 0.9。</translation>
    </message>
    <message>
        <source>{name} has no setting {option!r}; it has: {choices}.</source>
        <translation>{name} 没有设置 {option!r}；它有：{choices}。</translation>
    </message>
    <message>
        <source>{name} is {value} in this state, and no answer has that key; add one.</source>
        <translation>在这个状态下 {name} 是 {value}，没有选项以它为代号；请加上一个。</translation>
    </message>
    <message>
        <source>{name} is {value} in this state, and not {said}; mend the text.</source>
        <translation>在这个状态下 {name} 是 {value}，不是 {said}；请改正文字。</translation>
    </message>
    <message>
        <source>{name} is {value}; give a number from {least:g} to {most:g}.</source>
        <translation>{name} 是 {value}；请给从 {least:g} 到 {most:g} 的数。</translation>
    </message>
    <message>
        <source>{name}={value} cannot be used for points of the plane; give a whole number from {least} to {most}.</source>
        <translation>{name}={value} 不能用于平面上的点；请给从 {least} 到 {most} 的整数。</translation>
    </message>
    <message>
        <source>{path} breaks off in its header; get a fresh copy of it.</source>
        <translation>{path} 在文件头里就断了；请重新取得它。</translation>
    </message>
    <message>
        <source>{path} cannot be opened as a saved run ({reason}); choose another file.</source>
        <translation>{path} 不能作为保存过的训练打开（{reason}）；请选别的文件。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); choose another, or allow it.</source>
        <translation>{path} 无法读取（{reason}）；请选别的，或允许读取它。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); get a fresh copy of it.</source>
        <translation>{path} 无法读取（{reason}）；请重新取得它。</translation>
    </message>
    <message>
        <source>{path} cannot be read as a picture ({reason}); get a fresh copy or take it away.</source>
        <translation>{path} 不能作为图片读取（{reason}）；请重新取得它，或把它拿走。</translation>
    </message>
    <message>
        <source>{path} cannot be read as a sheet of drawn digits ({reason}); choose another file.</source>
        <translation>{path} 不能作为一页手写数字读取（{reason}）；请选别的文件。</translation>
    </message>
    <message>
        <source>{path} cannot be read as arrays of numpy ({reason}); choose another file, or save it anew.</source>
        <translation>{path} 不能作为 numpy 数组读取（{reason}）；请选别的文件，或重新存一遍。</translation>
    </message>
    <message>
        <source>{path} cannot be read as weights ({reason}); choose another file, or save it anew.</source>
        <translation>{path} 不能作为权重读取（{reason}）；请选别的文件，或重新存一遍。</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}); choose another place.</source>
        <translation>{path} 无法写入（{reason}）；请选别的地方。</translation>
    </message>
    <message>
        <source>{path} does not say what kind of file it is; give it a name that ends in {endings}.</source>
        <translation>{path} 没有说明它是哪种文件；请给它以 {endings} 结尾的名字。</translation>
    </message>
    <message>
        <source>{path} has no column of labels: the first or the last has to hold words, or whole numbers of which many are the same.</source>
        <translation>{path} 没有标签列：第一列或最后一列须是词，或是有许多重复的整数。</translation>
    </message>
    <message>
        <source>{path} has one column; give a label and numbers, with commas, semicolons or tabs between them.</source>
        <translation>{path} 只有一列；请给标签和数，中间用逗号、分号或制表符隔开。</translation>
    </message>
    <message>
        <source>{path} has {classes} different labels for {count} examples, more classes than can be learnt; choose other data.</source>
        <translation>{path} 的 {count} 个样本有 {classes} 种不同的标签，类别多得学不了；请选别的数据。</translation>
    </message>
    <message>
        <source>{path} holds Python objects (pickles) in {name}, which can run anything and are never opened; save it anew with arrays of numbers.</source>
        <translation>{path} 的 {name} 里有 Python 对象（pickle），它们可以运行任何东西，所以从不打开；请只用数的数组重新存一遍。</translation>
    </message>
    <message>
        <source>{path} holds no examples; choose another file.</source>
        <translation>{path} 里没有样本；请选别的文件。</translation>
    </message>
    <message>
        <source>{path} holds no pictures; choose another file.</source>
        <translation>{path} 里没有图像；请选别的文件。</translation>
    </message>
    <message>
        <source>{path} holds {count} drawings; keep two at least, one to learn from and one to test.</source>
        <translation>{path} 里有 {count} 幅手写图；请至少留两幅，一幅用来学习，一幅用来测试。</translation>
    </message>
    <message>
        <source>{path} holds {found}; its arrays have to be called x_train, y_train, x_test and y_test, or images and labels.</source>
        <translation>{path} 里有 {found}；数组须名为 x_train、y_train、x_test 和 y_test，或 images 和 labels。</translation>
    </message>
    <message>
        <source>{path} is a link that leads out of {folder}; put the pictures themselves there.</source>
        <translation>{path} 是通到 {folder} 之外的链接；请把图片本身放在那里。</translation>
    </message>
    <message>
        <source>{path} is empty; choose another file.</source>
        <translation>{path} 是空的；请选别的文件。</translation>
    </message>
    <message>
        <source>{path} is neither a file nor a folder, or a link to nothing; take it away.</source>
        <translation>{path} 既不是文件也不是文件夹，或是没有目标的链接；请把它拿走。</translation>
    </message>
    <message>
        <source>{path} is neither a file nor a folder; choose another.</source>
        <translation>{path} 既不是文件也不是文件夹；请选别的。</translation>
    </message>
    <message>
        <source>{path} is no data of a kind that can be read; give one of {kinds}.</source>
        <translation>{path} 不是可以读取的数据；请给 {kinds} 之一。</translation>
    </message>
    <message>
        <source>{path} is no picture that can be read; give {kinds} files only, in one sub-folder for each class.</source>
        <translation>{path} 不是可以读取的图片；请只给 {kinds} 文件，每个类别放在一个子文件夹里。</translation>
    </message>
    <message>
        <source>{path} is not an IDX file of bytes (it does not begin with 0, 0, 8); choose a folder with MNIST&apos;s files.</source>
        <translation>{path} 不是字节的 IDX 文件（它不以 0, 0, 8 开头）；请选存有 MNIST 文件的文件夹。</translation>
    </message>
    <message>
        <source>{path} is too large a picture (it takes more than {most} MB); make it smaller.</source>
        <translation>{path} 这幅图太大（要占超过 {most} MB）；请把它缩小。</translation>
    </message>
    <message>
        <source>{path} is too long: its header promises {promised} bytes; get a fresh copy.</source>
        <translation>{path} 太长：文件头说有 {promised} 个字节；请重新取得它。</translation>
    </message>
    <message>
        <source>{path} is too short: its header promises {promised} bytes; get a fresh copy.</source>
        <translation>{path} 太短：文件头说有 {promised} 个字节；请重新取得它。</translation>
    </message>
    <message>
        <source>{path} needs more memory than there is; choose smaller data.</source>
        <translation>{path} 需要的内存超过现有的；请选小一些的数据。</translation>
    </message>
    <message>
        <source>{path} unpacks to {times} times its own size, which no real pictures do; get a fresh copy.</source>
        <translation>{path} 解压后是自身大小的 {times} 倍，真正的图像不会这样；请重新取得它。</translation>
    </message>
    <message>
        <source>{path} was saved by a newer version of this program (format {format}, and this one knows {known}); update the program to open it.</source>
        <translation>{path} 是这个程序的较新版本保存的（格式 {format}，这里认得 {known}）；请更新程序来打开它。</translation>
    </message>
    <message>
        <source>{path} was trained on other data than {data} holds now; put the original data back.</source>
        <translation>{path} 训练时所用的数据与 {data} 现在的内容不同；请把原来的数据放回去。</translation>
    </message>
    <message>
        <source>{source} needs more memory than this computer has; choose fewer or smaller examples.</source>
        <translation>{source} 需要的内存超过这台电脑所有；请选少一些或小一些的样本。</translation>
    </message>
    <message>
        <source>{value} cannot be a weight or a bias here; choose a number from −{largest:,} to {largest:,}.</source>
        <translation>{value} 在这里不能作为权重或偏置；请选从 −{largest:,} 到 {largest:,} 的数。</translation>
    </message>
    <message>
        <source>“{about}” is no connection; write 1.3.12, to neuron 3 of layer 1 from neuron 12.</source>
        <translation>“{about}”不是连接；请写成 1.3.12，即从神经元 12 到第 1 层神经元 3。</translation>
    </message>
    <message>
        <source>“{about}” is no neuron with an S; write 1.3, of layer 1 or later.</source>
        <translation>“{about}”不是有 S 的神经元；请写成 1.3，从第 1 层起。</translation>
    </message>
    <message>
        <source>“{about}” is no neuron; write 1.3 for neuron 3 of layer 1.</source>
        <translation>“{about}”不是神经元；第 1 层的神经元 3 请写成 1.3。</translation>
    </message>
    <message>
        <source>“{about}” means nothing here; leave it out.</source>
        <translation>“{about}”在这里没有意义；请去掉。</translation>
    </message>
    <message>
        <source>“{about}” means nothing here; write one of {known}.</source>
        <translation>“{about}”在这里没有意义；请写其中之一：{known}。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up asks for too many steps; a set-up has at most {most}.</source>
        <translation>设定中的“{entry}”要走太多步；设定最多 {most} 步。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up has no =; write each entry as name=value, as in seed=3.</source>
        <translation>设定中的“{entry}”没有 =；请把每一项写成 名字=值，如 seed=3。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up hides something that is not known; known are: {known}.</source>
        <translation>设定中的“{entry}”要隐藏不认识的东西；认识的有：{known}。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up is empty or damaged; copy the whole text once more.</source>
        <translation>设定中的“{entry}”是空的或损坏了；请把整段文字重新复制一遍。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up is no list of layer sizes; write it as in layers=64-16-16-10.</source>
        <translation>设定中的“{entry}”不是各层大小的列表；请写成 layers=64-16-16-10 这样。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up is no number; write it as in learning-rate=1.5.</source>
        <translation>设定中的“{entry}”不是数；请写成 learning-rate=1.5 这样。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up is no whole number from 0 up; write it as in seed=3.</source>
        <translation>设定中的“{entry}”不是从 0 起的整数；请写成 seed=3 这样。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up is not known; an entry begins with one of: {known}.</source>
        <translation>设定中的“{entry}”不认识；每一项以其中之一开头：{known}。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up is too large: a set-up has at most {layers} layers, and {most} weights and biases.</source>
        <translation>设定中的“{entry}”太大：设定最多 {layers} 层，{most} 个权重和偏置。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up leaves a mini-batch empty; write 1 or more, as in batch-size=10.</source>
        <translation>设定中的“{entry}”让小批量空了；请写 1 或更大，如 batch-size=10。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up names no data; give one of {names}, or file: and the name of a file that is open.</source>
        <translation>设定中的“{entry}”没有说出数据；请给 {names} 之一，或 file: 加上打开着的文件的名字。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up names no example; write it as in example=test.12.</source>
        <translation>设定中的“{entry}”没有说出样本；请写成 example=test.12 这样。</translation>
    </message>
    <message>
        <source>“{entry}” in the set-up names nothing that can be selected; write layer and neuron, as in select=1.3, and for a connection also the neuron it comes from, as in select=1.3.5.</source>
        <translation>设定中的“{entry}”没有说出可以选中的东西；请写层和神经元，如 select=1.3，连接还要写它来自的神经元，如 select=1.3.5。</translation>
    </message>
    <message>
        <source>“{key}” is not known at the head of a chapter; write one of {known}, and a colon.</source>
        <translation>一章的开头不认得“{key}”；请写其中之一：{known}，再加一个冒号。</translation>
    </message>
    <message>
        <source>“{key}” is there twice; leave one out.</source>
        <translation>“{key}”出现了两次；请去掉一个。</translation>
    </message>
    <message>
        <source>“{name}” stands in the set-up twice; leave one of them out.</source>
        <translation>“{name}”在设定中出现了两次；请去掉一个。</translation>
    </message>
    <message>
        <source>“{part}” is no setting of {name}, or is there twice; write each of {all_known} once, as in {known}=….</source>
        <translation>“{part}”不是 {name} 的设置，或出现了两次；请把 {all_known} 各写一次，如 {known}=…。</translation>
    </message>
    <message>
        <source>“{part}” is no setting of {name}; write it as in linear:epochs=60,end=0.1.</source>
        <translation>“{part}”不是 {name} 的设置；请写成 linear:epochs=60,end=0.1 这样。</translation>
    </message>
    <message>
        <source>“{start}” is no set-up, which begins with nnv1: as in nnv1:layers=64-16-16-10;seed=3.</source>
        <translation>“{start}”不是设定，设定以 nnv1: 开头，如 nnv1:layers=64-16-16-10;seed=3。</translation>
    </message>
    <message>
        <source>“{text}” are no layers; write 2 to {layers} numbers of neurons from 1 to {neurons}, as 64-16-16-10.</source>
        <translation>“{text}”不能作为各层；请写 2 到 {layers} 个神经元数，每个从 1 到 {neurons}，如 64-16-16-10。</translation>
    </message>
    <message>
        <source>“{text}” in “{field}” is no whole number from 0 up; type one, for instance {example}.</source>
        <translation>“{field}”中的“{text}”不是从 0 起的整数；请输入一个整数，例如 {example}。</translation>
    </message>
    <message>
        <source>“{text}” in “{field}” is not a number; type one, for instance {example}.</source>
        <translation>“{field}”中的“{text}”不是数；请输入一个数，例如 {example}。</translation>
    </message>
    <message>
        <source>“{text}” is no example; write test-12 or train-12, which count from 0.</source>
        <translation>“{text}”不是样本；请写成 test-12 或 train-12，从 0 数起。</translation>
    </message>
    <message>
        <source>“{text}” is no neuron; write 1.3 for neuron 3 of layer 1, or 1.3.12 for the connection to it from neuron 12.</source>
        <translation>“{text}”不是神经元；第 1 层的神经元 3 请写成 1.3，从神经元 12 到它的连接写成 1.3.12。</translation>
    </message>
    <message>
        <source>“{text}” is no number above 0, of {most} at the most; write one, as 0.5.</source>
        <translation>“{text}”不是大于 0 且不超过 {most} 的数；请写这样一个数，如 0.5。</translation>
    </message>
    <message>
        <source>“{text}” is no number; type one, for instance {example}.</source>
        <translation>“{text}”不是数；请输入一个数，例如 {example}。</translation>
    </message>
    <message>
        <source>“{text}” is no size for layer {layer}; type a whole number from 1 to {largest}, as in 16, or take the layer out.</source>
        <translation>“{text}”不是第 {layer} 层的大小；请输入从 1 到 {largest} 的整数，如 16，或去掉这一层。</translation>
    </message>
    <message>
        <source>“{text}” is no whole number from {least} to {most}; write one.</source>
        <translation>“{text}”不是从 {least} 到 {most} 的整数；请写这样一个数。</translation>
    </message>
    <message>
        <source>“{text}” is no whole number; type one, for instance {example}.</source>
        <translation>“{text}”不是整数；请输入一个整数，例如 {example}。</translation>
    </message>
    <message>
        <source>“{typed}” are no hidden layers; type how many neurons each has, as in 16,16, or nothing for none.</source>
        <translation>“{typed}”不是隐藏层；请输入每层有几个神经元，如 16,16，没有就留空。</translation>
    </message>
</context>
<context>
    <name>ExampleButton</name>
    <message>
        <source>No example is here yet.</source>
        <translation>这里还没有样本。</translation>
    </message>
    <message>
        <source>Test example {index}, truly {digit}: a = {a}</source>
        <translation>测试样本 {index}，实为 {digit}：a = {a}</translation>
    </message>
    <message>
        <source>Test example {index}, truly {digit}: a = {a}. Click to show it.</source>
        <translation>测试样本 {index}，实为 {digit}：a = {a}。单击显示它。</translation>
    </message>
    <message>
        <source>Test example {index}: a = {a}</source>
        <translation>测试样本 {index}：a = {a}</translation>
    </message>
    <message>
        <source>Test example {index}: a = {a}. Click to show it.</source>
        <translation>测试样本 {index}：a = {a}。单击显示它。</translation>
    </message>
</context>
<context>
    <name>ExamplePanel</name>
    <message>
        <source>A digit at random</source>
        <translation>随机一个数字</translation>
    </message>
    <message>
        <source>An example at random</source>
        <translation>随机一个样本</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Every input is 0: paper that nobody has written on.</source>
        <translation>每个输入都是 0：一张没有人写过的纸。</translation>
    </message>
    <message>
        <source>How sure the network is of what nobody has said the truth of: its largest a.</source>
        <translation>对没有人说过真实类别的东西，网络有多确信：它最大的 a。</translation>
    </message>
    <message>
        <source>Next digit</source>
        <translation>下一个数字</translation>
    </message>
    <message>
        <source>Next example</source>
        <translation>下一个样本</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Noise or a blank input</source>
        <translation>噪声或空白输入</translation>
    </message>
    <message>
        <source>Pin this example</source>
        <translation>钉住这个样本</translation>
    </message>
    <message>
        <source>Every input is a number from 0 to 1 by chance; its name has the seed.</source>
        <translation>每个输入是随机的 0 到 1 之间的数；名字里有种子。</translation>
    </message>
    <message>
        <source>Every input is 0.</source>
        <translation>每个输入都是 0。</translation>
    </message>
    <message>
        <source>Pin what is shown: it stays in view, and so does what it is read as.</source>
        <translation>钉住当前样本：它一直可见，它被认作什么也一直可见。</translation>
    </message>
    <message>
        <source>Previous digit</source>
        <translation>上一个数字</translation>
    </message>
    <message>
        <source>Previous example</source>
        <translation>上一个样本</translation>
    </message>
    <message>
        <source>Show examples kept for the test, or those the network learns from.</source>
        <translation>显示留作测试的样本，或网络从中学习的样本。</translation>
    </message>
    <message>
        <source>Show only examples that the network, as it is now, gets wrong.</source>
        <translation>只显示网络现在认错的样本。</translation>
    </message>
    <message>
        <source>Show only examples that truly are this.</source>
        <translation>只显示真实类别是它的样本。</translation>
    </message>
    <message>
        <source>Show the network noise or a blank input, to see how sure it is of nothing.</source>
        <translation>给网络看噪声或空白输入，看它对什么也不是的东西有多确信。</translation>
    </message>
    <message>
        <source>Test or training digits</source>
        <translation>测试或训练数字</translation>
    </message>
    <message>
        <source>Test or training examples</source>
        <translation>测试样本或训练样本</translation>
    </message>
    <message>
        <source>The largest a is {a}, that of output {answer}.</source>
        <translation>输出 {answer} 的 a 最大：{a}。</translation>
    </message>
    <message>
        <source>The output&apos;s a is {a}, so it is read as {answer}.</source>
        <translation>输出的 a 是 {a}，所以认作 {answer}。</translation>
    </message>
    <message>
        <source>The output&apos;s a is {a}.</source>
        <translation>输出的 a 是 {a}。</translation>
    </message>
    <message>
        <source>What the network makes of what nobody has said the truth of.</source>
        <translation>没有人说过它到底是什么，网络怎样看它。</translation>
    </message>
    <message>
        <source>Which class</source>
        <translation>哪个类别</translation>
    </message>
    <message>
        <source>Which digit</source>
        <translation>哪个数字</translation>
    </message>
    <message>
        <source>any class</source>
        <translation>任意类别</translation>
    </message>
    <message>
        <source>any digit</source>
        <translation>任意数字</translation>
    </message>
    <message>
        <source>misread</source>
        <translation>认错的</translation>
    </message>
    <message>
        <source>only {digit}</source>
        <translation>只看 {digit}</translation>
    </message>
    <message>
        <source>only {name}</source>
        <translation>只看 {name}</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>ExampleRows</name>
    <message>
        <source>The first training examples</source>
        <translation>最前面的训练样本</translation>
    </message>
    <message>
        <source>Training example {index}</source>
        <translation>训练样本 {index}</translation>
    </message>
    <message>
        <source>What this number is called.</source>
        <translation>这个数叫什么。</translation>
    </message>
</context>
<context>
    <name>ExamplesPage</name>
    <message>
        <source>How many examples fit, and which step&apos;s network has read them.</source>
        <translation>符合条件的样本有多少，是哪一步的网络认的。</translation>
    </message>
    <message>
        <source>List them as the network reads them now; at rest, that is done by itself.</source>
        <translation>按网络现在的回答重新列出；停着的时候会自动这样做。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>after the arrow, what it is misread as</source>
        <translation>箭头后面是被误认作的类别</translation>
    </message>
    <message>
        <source>none is as you want it: choose something else above</source>
        <translation>没有符合条件的：请在上面另选</translation>
    </message>
    <message>
        <source>{count} examples.</source>
        <translation>{count} 个样本。</translation>
    </message>
    <message>
        <source>{count} examples; the network is reading them.</source>
        <translation>{count} 个样本；网络正在认。</translation>
    </message>
    <message>
        <source>{found} of {total} examples</source>
        <translation>{total} 个样本中的 {found} 个</translation>
    </message>
    <message>
        <source>“7 → 3” is a 7 that is misread as 3</source>
        <translation>“7 → 3”表示一个 7 被误认作 3</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>A new run begins with the weights in {path}.</source>
        <translation>一次新的训练开始了，权重取自 {path}。</translation>
    </message>
    <message>
        <source>Go back to the run before</source>
        <translation>回到之前那次训练</translation>
    </message>
    <message>
        <source>Saving {path} …</source>
        <translation>正在保存 {path}…</translation>
    </message>
    <message>
        <source>The cost of every step is saved as {path}.</source>
        <translation>每一步的代价已存为 {path}。</translation>
    </message>
    <message>
        <source>The weights of step {step} are saved as {path}.</source>
        <translation>第 {step} 步的权重已存为 {path}。</translation>
    </message>
</context>
<context>
    <name>ExchangeDialogs</name>
    <message>
        <source>Begin a new run with the weights in a file</source>
        <translation>用文件里的权重开始新的训练</translation>
    </message>
    <message>
        <source>Save the cost of every step</source>
        <translation>保存每一步的代价</translation>
    </message>
    <message>
        <source>Save the weights of step {step}</source>
        <translation>保存第 {step} 步的权重</translation>
    </message>
    <message>
        <source>Weights ({endings})</source>
        <translation>权重 ({endings})</translation>
    </message>
    <message>
        <source>{title} (*{ending})</source>
        <translation>{title} (*{ending})</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>The file does not say what C is and where B is added; C is taken to be {cost}, and B is added {bias}.</source>
        <translation>文件没有说 C 是什么、B 加在哪里；就当 C 是 {cost}，B 加{bias}。</translation>
    </message>
    <message>
        <source>The file does not say what C is; it is taken to be {cost}.</source>
        <translation>文件没有说 C 是什么；就当它是 {cost}。</translation>
    </message>
    <message>
        <source>The file does not say what σ and C are and where B is added; σ is taken to be {sigma}, C {cost}, and B is added {bias}.</source>
        <translation>文件没有说 σ 和 C 是什么、B 加在哪里；就当 σ 是 {sigma}，C 是 {cost}，B 加{bias}。</translation>
    </message>
    <message>
        <source>The file does not say what σ and C are; σ is taken to be {sigma}, and C {cost}.</source>
        <translation>文件没有说 σ 和 C 是什么；就当 σ 是 {sigma}，C 是 {cost}。</translation>
    </message>
    <message>
        <source>The file does not say what σ is and where B is added; σ is taken to be {sigma}, and B is added {bias}.</source>
        <translation>文件没有说 σ 是什么、B 加在哪里；就当 σ 是 {sigma}，B 加{bias}。</translation>
    </message>
    <message>
        <source>The file does not say what σ is; it is taken to be {sigma}.</source>
        <translation>文件没有说 σ 是什么；就当它是 {sigma}。</translation>
    </message>
    <message>
        <source>The file does not say where B is added; it is added {bias}.</source>
        <translation>文件没有说 B 加在哪里；就把它加{bias}。</translation>
    </message>
    <message>
        <source>inside σ</source>
        <translation>在 σ 里面</translation>
    </message>
    <message>
        <source>outside σ</source>
        <translation>在 σ 外面</translation>
    </message>
</context>
<context>
    <name>Exploring</name>
    <message>
        <source>Click: go to that step.</source>
        <translation>单击：到那一步。</translation>
    </message>
    <message>
        <source>Click: go to that step; on a pale line, to that step of that branch.</source>
        <translation>单击：到那一步；点在淡线上，则到那个分支的那一步。</translation>
    </message>
    <message>
        <source>Cost of every step</source>
        <translation>每一步的代价</translation>
    </message>
    <message>
        <source>Drag: zoom into a rectangle; with Shift, move along.
Wheel: zoom about the pointer; over an axis, along that axis alone.
Double click: show all steps.</source>
        <translation>拖动：放大框出的部分；加 Shift 则平移。
滚轮：以指针为中心缩放；在坐标轴上则只沿它缩放。
双击：显示所有步。</translation>
    </message>
    <message>
        <source>Keys, after Tab: Alt and ← → walk a cursor, with Shift farther.
Alt and Page up or Page down: to the next test result or change. Alt and ↑ ↓: zoom.
Enter: go to the cursor&apos;s step. Escape: put the cursor away.</source>
        <translation>按键（先按 Tab）：Alt 加 ← → 移动光标，加 Shift 移得更远。
Alt 加 Page Up 或 Page Down：到下一个测试结果或更改。Alt 加 ↑ ↓：缩放。
Enter：到光标所在的步。Esc：收起光标。</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open a saved run</source>
        <translation>打开保存过的训练</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>保存训练</translation>
    </message>
    <message>
        <source>Saved runs (*.nnrun)</source>
        <translation>保存过的训练 (*.nnrun)</translation>
    </message>
    <message>
        <source>Saved runs and set-ups (*.nnrun *.nnlink)</source>
        <translation>保存过的训练和设定 (*.nnrun *.nnlink)</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>In which order they stand; how sure an answer is, is the largest a.</source>
        <translation>按什么顺序排列；一个回答有多确信，就看最大的 a。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>认作</translation>
    </message>
    <message>
        <source>Right or wrong</source>
        <translation>对或错</translation>
    </message>
    <message>
        <source>Show only examples that the network reads as this class.</source>
        <translation>只显示被网络认作它的样本。</translation>
    </message>
    <message>
        <source>Show only examples that the network reads right, or only those it misreads.</source>
        <translation>只显示网络认对的样本，或只显示认错的。</translation>
    </message>
    <message>
        <source>Show only examples that truly are of this class.</source>
        <translation>只显示真实类别是它的样本。</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>any class</source>
        <translation>任意类别</translation>
    </message>
    <message>
        <source>as in the data</source>
        <translation>按数据中的顺序</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>最不确信的在前</translation>
    </message>
    <message>
        <source>most confident mistakes first</source>
        <translation>最确信的错误在前</translation>
    </message>
    <message>
        <source>only right</source>
        <translation>只看对的</translation>
    </message>
    <message>
        <source>only wrong</source>
        <translation>只看错的</translation>
    </message>
    <message>
        <source>only {name}</source>
        <translation>只看 {name}</translation>
    </message>
    <message>
        <source>read as anything</source>
        <translation>认作任意类别</translation>
    </message>
    <message>
        <source>read as {name}</source>
        <translation>认作 {name}</translation>
    </message>
    <message>
        <source>right and wrong</source>
        <translation>对的和错的</translation>
    </message>
</context>
<context>
    <name>Firing</name>
    <message>
        <source>Here m = {m}, the largest S of the layer: without it eˢ is out of hand.</source>
        <translation>这里 m = {m}，是这一层最大的 S：不减去它，eˢ 会大得无法计算。</translation>
    </message>
    <message>
        <source>{a} = {value} whatever {S} is: this neuron is held there.</source>
        <translation>不论 {S} 是多少，{a} = {value}：这个神经元固定在那里。</translation>
    </message>
</context>
<context>
    <name>FixedKeys</name>
    <message>
        <source>Clear the page; in the list of kept digits, drop one.</source>
        <translation>清空这一页；在存下的数字的列表中，删去一个。</translation>
    </message>
    <message>
        <source>Close the window, and end both runs.</source>
        <translation>关闭窗口，结束两次训练。</translation>
    </message>
    <message>
        <source>Close the window.</source>
        <translation>关闭窗口。</translation>
    </message>
    <message>
        <source>Close what is open, or give up what was begun.</source>
        <translation>关闭打开着的，或放弃刚开始的。</translation>
    </message>
    <message>
        <source>Copy the number or the table that has the focus.</source>
        <translation>复制有焦点的数或表格。</translation>
    </message>
    <message>
        <source>Draw the stroke again.</source>
        <translation>把那一笔重新写上。</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>各处</translation>
    </message>
    <message>
        <source>Fill the screen with it, or no longer.</source>
        <translation>让它占满屏幕，或不再占满。</translation>
    </message>
    <message>
        <source>Give the branch a name.</source>
        <translation>给分支起名字。</translation>
    </message>
    <message>
        <source>Go a page up or down.</source>
        <translation>上移或下移一页。</translation>
    </message>
    <message>
        <source>Go to the branch that is marked.</source>
        <translation>到标出的分支。</translation>
    </message>
    <message>
        <source>Go to the change before or after this step.</source>
        <translation>到这一步之前或之后的更改。</translation>
    </message>
    <message>
        <source>Go to the first or to the last example.</source>
        <translation>到第一个或最后一个样本。</translation>
    </message>
    <message>
        <source>Go to the step that is marked on it.</source>
        <translation>到它上面标出的那一步。</translation>
    </message>
    <message>
        <source>Go to the step where the cursor is.</source>
        <translation>到光标所在的步。</translation>
    </message>
    <message>
        <source>In a field for a number</source>
        <translation>在输入数的框里</translation>
    </message>
    <message>
        <source>In curves and maps</source>
        <translation>在曲线和图里</translation>
    </message>
    <message>
        <source>In the cost plot</source>
        <translation>在代价曲线里</translation>
    </message>
    <message>
        <source>In the drawing pad</source>
        <translation>在手写板里</translation>
    </message>
    <message>
        <source>In the network</source>
        <translation>在网络里</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>在时间线里</translation>
    </message>
    <message>
        <source>In the window of examples</source>
        <translation>在样本窗口里</translation>
    </message>
    <message>
        <source>In the window of two runs</source>
        <translation>在两次训练的窗口里</translation>
    </message>
    <message>
        <source>Let the number be what it was.</source>
        <translation>让数保持原样。</translation>
    </message>
    <message>
        <source>Make the number a little larger or smaller.</source>
        <translation>让数变大或变小一点。</translation>
    </message>
    <message>
        <source>Mark another branch.</source>
        <translation>标出另一个分支。</translation>
    </message>
    <message>
        <source>Mark the next example in that direction.</source>
        <translation>标出那个方向的下一个样本。</translation>
    </message>
    <message>
        <source>Move along the curve.</source>
        <translation>沿曲线移动。</translation>
    </message>
    <message>
        <source>Move the cursor by a pixel.</source>
        <translation>把光标移动一个像素。</translation>
    </message>
    <message>
        <source>Move the cursor by many pixels.</source>
        <translation>一次把光标移动许多像素。</translation>
    </message>
    <message>
        <source>Move the cursor to the first or last step in view.</source>
        <translation>把光标移到看得见的第一步或最后一步。</translation>
    </message>
    <message>
        <source>Move the cursor to the mark before or after it.</source>
        <translation>把光标移到它之前或之后的标记。</translation>
    </message>
    <message>
        <source>Move the focus on or back.</source>
        <translation>让焦点前进或后退。</translation>
    </message>
    <message>
        <source>Move the point on the map of the plane.</source>
        <translation>移动平面图上的点。</translation>
    </message>
    <message>
        <source>On a curve over the run, move to the next point.</source>
        <translation>在训练过程的曲线上，移到下一个点。</translation>
    </message>
    <message>
        <source>Open the menu of the program.</source>
        <translation>打开程序的菜单。</translation>
    </message>
    <message>
        <source>Open the menu of what has the focus.</source>
        <translation>打开有焦点的部分的菜单。</translation>
    </message>
    <message>
        <source>Press the button that has the focus, or open its list.</source>
        <translation>按下有焦点的按钮，或打开它的列表。</translation>
    </message>
    <message>
        <source>Put the copied picture on the page.</source>
        <translation>把复制的图片放到页上。</translation>
    </message>
    <message>
        <source>Put the cursor away.</source>
        <translation>收起光标。</translation>
    </message>
    <message>
        <source>Select nothing, and compare with nothing.</source>
        <translation>什么都不选，也不作比较。</translation>
    </message>
    <message>
        <source>Select the next neuron in that direction.</source>
        <translation>选中那个方向的下一个神经元。</translation>
    </message>
    <message>
        <source>Show the network the example that is marked.</source>
        <translation>给网络看标出的样本。</translation>
    </message>
    <message>
        <source>Take the last stroke back.</source>
        <translation>撤回最后一笔。</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>输入一个数。</translation>
    </message>
    <message>
        <source>Zoom in or out, about the cursor.</source>
        <translation>以光标为中心放大或缩小。</translation>
    </message>
    <message>
        <source>Zoom in or out, about the selected neuron.</source>
        <translation>以选中的神经元为中心放大或缩小。</translation>
    </message>
    <message>
        <source>the arrow keys</source>
        <translation>方向键</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>forward →</source>
        <translation>前向 →</translation>
    </message>
    <message>
        <source>← backward</source>
        <translation>← 反向</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>As the present run</source>
        <translation>和现在的训练一样</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose what is usual for these data: layers, σ, C, start values, steps.</source>
        <translation>选择通常适合这些数据的：层、σ、C、初始值、步。</translation>
    </message>
    <message>
        <source>Choose what the present run has, its data as well.</source>
        <translation>选择现在的训练所用的，包括数据。</translation>
    </message>
    <message>
        <source>Go on with the present run. Key: Esc</source>
        <translation>继续现在的训练。按键：Esc</translation>
    </message>
    <message>
        <source>Load the data and begin the new run; the run before is put aside. Key: Enter</source>
        <translation>载入数据并开始新的训练；之前的训练先搁置。按键：Enter</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>常用值</translation>
    </message>
    <message>
        <source>Why the new run cannot begin yet.</source>
        <translation>新的训练为什么还不能开始。</translation>
    </message>
</context>
<context>
    <name>Forks</name>
    <message>
        <source>From step {step} on the run takes another course; the steps that were taken before are kept as another branch.</source>
        <translation>从第 {step} 步起训练走了另一条路；之前走过的步作为另一个分支保留着。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>到那里去</translation>
    </message>
</context>
<context>
    <name>FoundView</name>
    <message>
        <source>Each is a picture of {rows}×{columns} pixels.</source>
        <translation>每个是一幅 {rows}×{columns} 像素的图。</translation>
    </message>
    <message>
        <source>Each is {columns} numbers.</source>
        <translation>每个是 {columns} 个数。</translation>
    </message>
    <message>
        <source>Each is {columns} numbers: {names}.</source>
        <translation>每个是 {columns} 个数：{names}。</translation>
    </message>
    <message>
        <source>How much is read</source>
        <translation>读了多少</translation>
    </message>
    <message>
        <source>How much of the data is read; the run goes on meanwhile.</source>
        <translation>数据读了多少；训练同时照常进行。</translation>
    </message>
    <message>
        <source>Read no further, and choose something else.</source>
        <translation>不再读下去，另选别的。</translation>
    </message>
    <message>
        <source>Read the same once more.</source>
        <translation>把同样的再读一遍。</translation>
    </message>
    <message>
        <source>Reading {source} …</source>
        <translation>正在读取 {source}…</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>The network learns from the first; how well it does, the others tell.</source>
        <translation>网络从前者学习；学得怎样，由后者来说。</translation>
    </message>
    <message>
        <source>Their values go from {lowest} to {highest}.</source>
        <translation>数值从 {lowest} 到 {highest}。</translation>
    </message>
    <message>
        <source>Their values go from {raw_lowest} to {raw_highest}, and become {lowest} to {highest}.</source>
        <translation>数值从 {raw_lowest} 到 {raw_highest}，变为 {lowest} 到 {highest}。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>What an example is: the network has one input for each number.</source>
        <translation>一个样本是什么：每个数对应网络的一个输入。</translation>
    </message>
    <message>
        <source>What was done to the data as it was read.</source>
        <translation>读取时对数据做了什么。</translation>
    </message>
    <message>
        <source>Why this data cannot be used; nothing is changed.</source>
        <translation>这些数据为什么不能用；什么都没有改变。</translation>
    </message>
    <message>
        <source>{train} examples to learn from, {test} to test with, of {classes} classes.</source>
        <translation>{train} 个样本用来学习，{test} 个用来测试，共 {classes} 个类别。</translation>
    </message>
    <message>
        <source>{train} examples to learn from, {test} to test with.</source>
        <translation>{train} 个样本用来学习，{test} 个用来测试。</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Example {index}. Click to show it to the network.</source>
        <translation>样本 {index}。单击把它给网络看。</translation>
    </message>
    <message>
        <source>Example {index}: {label}, misread as {answer}; largest a = {a}. Click to show it.</source>
        <translation>样本 {index}：{label}，误认作 {answer}；最大的 a = {a}。单击显示它。</translation>
    </message>
    <message>
        <source>Example {index}: {label}, read right; largest a = {a}. Click to show it.</source>
        <translation>样本 {index}：{label}，认对；最大的 a = {a}。单击显示它。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>{label} → {answer}</source>
        <translation>{label} → {answer}</translation>
    </message>
</context>
<context>
    <name>GuessRow</name>
    <message>
        <source>Falls</source>
        <translation>变小</translation>
    </message>
    <message>
        <source>Guess first: will {W} rise, fall, or hardly move? Until then the lines of its layer are left out.</source>
        <translation>先猜一猜：{W} 会变大、变小，还是几乎不动？在此之前，它那一层的连线不画出来。</translation>
    </message>
    <message>
        <source>Hardly moves</source>
        <translation>几乎不动</translation>
    </message>
    <message>
        <source>Rises</source>
        <translation>变大</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示它</translation>
    </message>
    <message>
        <source>Show ΔW without a guess.</source>
        <translation>不猜，直接显示 ΔW。</translation>
    </message>
    <message>
        <source>The step makes the weight larger: ΔW &gt; 0.</source>
        <translation>这一步使权重变大：ΔW &gt; 0。</translation>
    </message>
    <message>
        <source>The step makes the weight smaller: ΔW &lt; 0.</source>
        <translation>这一步使权重变小：ΔW &lt; 0。</translation>
    </message>
    <message>
        <source>The weight hardly moves where |ΔW| is less than 1 % of the largest |ΔW| of its layer.</source>
        <translation>|ΔW| 小于它那一层最大 |ΔW| 的 1 % 时，权重就算几乎不动。</translation>
    </message>
    <message>
        <source>Whether the guess was right, and ΔW: how far the step moves the weight.</source>
        <translation>猜得对不对，以及 ΔW：这一步把权重移动了多少。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>&lt;b&gt;Cost C&lt;/b&gt;</source>
        <translation>&lt;b&gt;代价 C&lt;/b&gt;</translation>
    </message>
    <message>
        <source>A logarithmic axis of C, where equal distances are equal ratios: small changes of a small C show.</source>
        <translation>C 的对数坐标轴，距离相等表示比值相等：C 很小时的小变化也看得见。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Logarithmic axis of C</source>
        <translation>C 用对数坐标轴</translation>
    </message>
    <message>
        <source>More of the cost plot</source>
        <translation>代价曲线的更多选项</translation>
    </message>
    <message>
        <source>Show all steps again, and follow the newest (double click in the plot).</source>
        <translation>重新显示所有步，并跟随最新的步（在图中双击也行）。</translation>
    </message>
    <message>
        <source>The average&apos;s length, scales, lines; copy and save the plot.</source>
        <translation>平均的长度、刻度、各条线；复制和保存这幅图。</translation>
    </message>
    <message>
        <source>log C</source>
        <translation>log C</translation>
    </message>
</context>
<context>
    <name>HeatStrip</name>
    <message>
        <source>Step {step}: {letter} from {low} to {high}: {n} of {total} ({share})</source>
        <translation>第 {step} 步：{letter} 从 {low} 到 {high}：{total} 个中有 {n} 个（{share}）</translation>
    </message>
    <message>
        <source>Step {step}: {total} numbers from {low} to {high}</source>
        <translation>第 {step} 步：{total} 个数，从 {low} 到 {high}</translation>
    </message>
</context>
<context>
    <name>HiddenRow</name>
    <message>
        <source>each its own</source>
        <translation>各层不同</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
</context>
<context>
    <name>Hiding</name>
    <message>
        <source>Buttons: play, step, back, run</source>
        <translation>按钮：播放、走一步、退一步、训练</translation>
    </message>
    <message>
        <source>Changing what is selected or what a step does, undo, and imported weights.</source>
        <translation>更改选中的部分或一步所做的事、撤销，以及导入的权重。</translation>
    </message>
    <message>
        <source>Choice of the example</source>
        <translation>选择样本的控件</translation>
    </message>
    <message>
        <source>Cost plot</source>
        <translation>代价曲线</translation>
    </message>
    <message>
        <source>How many steps a second it plays.</source>
        <translation>播放时每秒走多少步。</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Learning rate η and mini-batch</source>
        <translation>学习率 η 和小批量</translation>
    </message>
    <message>
        <source>Menu entries that change the run</source>
        <translation>会改变训练的菜单项</translation>
    </message>
    <message>
        <source>Show all controls again that are hidden now.</source>
        <translation>重新显示现在隐藏着的所有控件。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Status bar</source>
        <translation>状态栏</translation>
    </message>
    <message>
        <source>The buttons at the upper left; their keys go on working.</source>
        <translation>左上角的按钮；它们的按键照常有效。</translation>
    </message>
    <message>
        <source>The choice at the upper right of the network, and how it is drawn.</source>
        <translation>网络右上角的选择，以及网络怎么画。</translation>
    </message>
    <message>
        <source>The controls below the input; the keys [ and ] go on working.</source>
        <translation>输入下面的控件；按键 [ 和 ] 照常有效。</translation>
    </message>
    <message>
        <source>The curve of C over the steps.</source>
        <translation>各步的 C 的曲线。</translation>
    </message>
    <message>
        <source>The line at the foot: step, epoch, C, test result.</source>
        <translation>最下面一行：步、轮、C、测试结果。</translation>
    </message>
    <message>
        <source>The line below the network on which steps are found.</source>
        <translation>网络下面用来找到各步的线。</translation>
    </message>
    <message>
        <source>The panel with the numbers of what is selected.</source>
        <translation>显示选中部分的数的面板。</translation>
    </message>
    <message>
        <source>The two fields in the bar that say how a step is taken.</source>
        <translation>工具栏上决定一步怎样走的两个框。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>What the lines show</source>
        <translation>连线显示什么</translation>
    </message>
</context>
<context>
    <name>InputPage</name>
    <message>
        <source>A neuron of the input layer: its a is the ink of one pixel, from 0 to 1.</source>
        <translation>输入层的一个神经元：它的 a 是一个像素的墨量，从 0 到 1。</translation>
    </message>
    <message>
        <source>Input in row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列的输入</translation>
    </message>
    <message>
        <source>Input {index}</source>
        <translation>输入 {index}</translation>
    </message>
    <message>
        <source>{a} = {value}: 0 is blank paper, 1 is full ink.&lt;br&gt;&lt;br&gt;An input neuron has no bias and no weights of its own: its activation is the picture itself. {count} connections lead from here to layer 1.</source>
        <translation>{a} = {value}：0 是白纸，1 是全墨。&lt;br&gt;&lt;br&gt;输入神经元没有偏置，也没有自己的权重：它的激活值就是图像本身。有 {count} 个连接从这里通向第 1 层。</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>What is shown here while a step is gone through.</source>
        <translation>逐阶段走一步时，这里显示什么。</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>A {digit} is deleted from your digits.</source>
        <translation>从你的数字中删除了一个 {digit}。</translation>
    </message>
    <message>
        <source>Another window is keeping digits at this moment; try it again.</source>
        <translation>另一个窗口正在保存数字；请再试一次。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复它</translation>
    </message>
    <message>
        <source>Kept as a {digit}.</source>
        <translation>已存为 {digit}。</translation>
    </message>
    <message>
        <source>Save your digits</source>
        <translation>保存你的数字</translation>
    </message>
    <message>
        <source>Sheets of drawn digits (*.npz)</source>
        <translation>手写数字的页 (*.npz)</translation>
    </message>
    <message>
        <source>Your digits are saved as “{name}”.</source>
        <translation>你的数字已存为“{name}”。</translation>
    </message>
    <message>
        <source>{reason} It is now called {name}, and your digits begin anew.</source>
        <translation>{reason}它现在叫 {name}，你的数字从头开始存。</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>From now on, press {keys} for “{command}”.</source>
        <translation>从现在起，按 {keys} 就是“{command}”。</translation>
    </message>
    <message>
        <source>Keep its other keys</source>
        <translation>保留它的其他按键</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不动它</translation>
    </message>
    <message>
        <source>Let it have its first keys again.</source>
        <translation>让它恢复最初的按键。</translation>
    </message>
    <message>
        <source>Let it have no keys at all.</source>
        <translation>让它不要有任何按键。</translation>
    </message>
    <message>
        <source>Let the other command keep it.</source>
        <translation>让另一个命令保留它。</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>没有按键</translation>
    </message>
    <message>
        <source>Nothing is called so</source>
        <translation>没有叫这个名字的</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>拿过来</translation>
    </message>
    <message>
        <source>Take the key away from the other command.</source>
        <translation>从另一个命令那里把这个按键拿过来。</translation>
    </message>
    <message>
        <source>The command whose keys can be chosen here.</source>
        <translation>在这里可以为它选择按键的命令。</translation>
    </message>
    <message>
        <source>The next key that is pressed here, with Ctrl, Shift, Alt.</source>
        <translation>在这里按下的下一个按键，可加 Ctrl、Shift、Alt。</translation>
    </message>
    <message>
        <source>These keys belong to a part of the window and cannot be changed.</source>
        <translation>这些按键属于窗口的某个部分，不能更改。</translation>
    </message>
    <message>
        <source>Type fewer letters above.</source>
        <translation>请在上面少输入几个字母。</translation>
    </message>
    <message>
        <source>What became of the keys that were pressed.</source>
        <translation>按下的按键怎么样了。</translation>
    </message>
    <message>
        <source>What comes of it.</source>
        <translation>它做什么。</translation>
    </message>
    <message>
        <source>Whether new keys are added to those that it has.</source>
        <translation>新按键是否加到原有的按键上。</translation>
    </message>
    <message>
        <source>{key} has a use of its own in parts of the window; press another key.</source>
        <translation>{key} 在窗口的某些部分另有用处；请按别的键。</translation>
    </message>
    <message>
        <source>{key} is a key of “{command}”.</source>
        <translation>{key} 是“{command}”的按键。</translation>
    </message>
    <message>
        <source>{key} stays with “{command}”, which was given it.</source>
        <translation>{key} 仍归“{command}”：它已指定给这个命令。</translation>
    </message>
    <message>
        <source>“{command}” has its first keys again.</source>
        <translation>“{command}”恢复了最初的按键。</translation>
    </message>
    <message>
        <source>“{command}” has no keys now.</source>
        <translation>“{command}”现在没有按键。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>{keys} or {key}</source>
        <translation>{keys} 或 {key}</translation>
    </message>
    <message>
        <source>{keys}, {key}</source>
        <translation>{keys}、{key}</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this list; the keys are kept.</source>
        <translation>关闭这个列表；按键保留着。</translation>
    </message>
    <message>
        <source>Every command has its first keys again.</source>
        <translation>每个命令都恢复了最初的按键。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Let every command have its first keys.</source>
        <translation>让每个命令恢复最初的按键。</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>恢复所有按键</translation>
    </message>
    <message>
        <source>Search for a command or a key</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>Words in any order; only what they find is listed.</source>
        <translation>词的顺序随意；只列出找到的。</translation>
    </message>
</context>
<context>
    <name>KeysList</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands and keys</source>
        <translation>命令和按键</translation>
    </message>
    <message>
        <source>Enter, or a double click, chooses other keys for a command.</source>
        <translation>按 Enter 或双击，为命令选择别的按键。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>KnownFacts</name>
    <message>
        <source>All W of a layer start alike: so its neurons stay alike for ever, and the layer does no more than one neuron would.</source>
        <translation>一层的所有 W 起点相同：于是它的神经元永远相同，这一层能做的不比一个神经元多。</translation>
    </message>
    <message>
        <source>Networks of more than {most} connections are drawn as blocks, without lines.</source>
        <translation>超过 {most} 个连接的网络画成方块，不画连线。</translation>
    </message>
    <message>
        <source>On the embedded digits, training was steady up to η = {steady}.</source>
        <translation>在自带的数字上，直到 η = {steady} 训练都稳定。</translation>
    </message>
    <message>
        <source>One output alone is always 1 with softmax, so that nothing is learnt.</source>
        <translation>只有一个输出时，softmax 总是给出 1，所以什么也学不到。</translation>
    </message>
    <message>
        <source>Where σ of all hidden layers is the identity, they can do no more than a network without them.</source>
        <translation>所有隐藏层的 σ 都是恒等函数时，它们能做的不比没有隐藏层的网络多。</translation>
    </message>
    <message>
        <source>With B outside σ, training on the embedded digits diverged at η = {diverges} and more; at η = {well} it went well.</source>
        <translation>B 在 σ 外面时，在自带的数字上，η 达到 {diverges} 训练就发散；η = {well} 时一切正常。</translation>
    </message>
    <message>
        <source>With start values from N(0, 1), whole classes are never answered in most runs of 784-100-10; 1/√N does not have that.</source>
        <translation>初始值取自 N(0, 1) 时，784-100-10 的大多数训练里总有整个类别从不被回答；1/√N 没有这个问题。</translation>
    </message>
</context>
<context>
    <name>LayerSizes</name>
    <message>
        <source>{biases}; in all {weights} + {count} = {numbers} numbers</source>
        <translation>{biases}；一共 {weights} + {count} = {numbers} 个数</translation>
    </message>
    <message>
        <source>{letter}: {sum}</source>
        <translation>{letter}：{sum}</translation>
    </message>
</context>
<context>
    <name>LayerTable</name>
    <message>
        <source>A neuron is dead where σ′(S) is at most a millionth of the steepest slope that σ has, on every test example: nothing reaches its weights, as with a ReLU that never fires. A dead neuron is not counted as saturated.</source>
        <translation>如果在每个测试样本上 σ′(S) 至多是 σ 最陡斜率的百万分之一，神经元就是死的：什么也传不到它的权重，就像从不激活的 ReLU。死的神经元不算在饱和之中。</translation>
    </message>
    <message>
        <source>A neuron is saturated where its σ is flat on at least 90 % of the test examples, so that it hardly learns from them. Flat is where σ′(S) is below 1 % of the steepest slope that σ has; a ReLU is flat wherever it does not fire.</source>
        <translation>一个神经元在至少 90 % 的测试样本上 σ 是平的，它就饱和了，几乎不能从它们学到什么。平是指 σ′(S) 小于 σ 最陡斜率的 1 %；ReLU 在不激活的地方都是平的。</translation>
    </message>
    <message>
        <source>All layers together.</source>
        <translation>所有层合计。</translation>
    </message>
    <message>
        <source>Click to see the first of them, neuron {first}.</source>
        <translation>单击看其中的第一个，神经元 {first}。</translation>
    </message>
    <message>
        <source>How much of ∇C is in the layer: √(Σ (∂C/∂W)² + Σ (∂C/∂B)²) over its own W and B. A full bar is ‖∇C‖ of the whole network; ‖∇C‖² is the sum of the layers’ squares. Where it shrinks from layer to layer towards the input, the gradient vanishes.</source>
        <translation>∇C 有多少在这一层：对它自己的 W 和 B 求 √(Σ (∂C/∂W)² + Σ (∂C/∂B)²)。满格是整个网络的 ‖∇C‖；‖∇C‖² 是各层平方之和。如果它一层一层朝输入方向变小，梯度就在消失。</translation>
    </message>
    <message>
        <source>Saturated and dead neurons are being counted.</source>
        <translation>正在数饱和的和死的神经元。</translation>
    </message>
    <message>
        <source>Saturated and dead neurons cannot be counted: some W or B are no longer numbers.</source>
        <translation>饱和的和死的神经元无法计数：有些 W 或 B 已不再是数。</translation>
    </message>
    <message>
        <source>Saturated and dead: over {count} of {total} test examples, at step {step}.</source>
        <translation>饱和与死的：按 {total} 个测试样本中的 {count} 个计，在第 {step} 步。</translation>
    </message>
    <message>
        <source>Saturated and dead: over {count} of {total} test examples.</source>
        <translation>饱和与死的：按 {total} 个测试样本中的 {count} 个计。</translation>
    </message>
    <message>
        <source>The layers, one by one</source>
        <translation>逐层的情况</translation>
    </message>
    <message>
        <source>Which layer, and the σ of its neurons.</source>
        <translation>哪一层，以及它的神经元的 σ。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>死的</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>{layer} {sigma}</source>
        <translation>{layer} {sigma}</translation>
    </message>
    <message>
        <source>{some} of {all}</source>
        <translation>{some} / {all}</translation>
    </message>
    <message>
        <source>σ of layer {layer}: {formula}</source>
        <translation>第 {layer} 层的 σ：{formula}</translation>
    </message>
</context>
<context>
    <name>LayersBox</name>
    <message>
        <source>Drag to resize; drag sideways to take out. Keys: ↑&#xa0;↓, Insert, Delete.</source>
        <translation>拖动改变大小；横着拖就去掉。按键：↑ ↓、Insert、Delete。</translation>
    </message>
    <message>
        <source>How layers are added, resized and taken out.</source>
        <translation>怎样添加、改变和去掉层。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Neurons in each layer; the data decide how many inputs and outputs there are.</source>
        <translation>每一层的神经元数；输入和输出有多少由数据决定。</translation>
    </message>
    <message>
        <source>Why no network can be made with these layers.</source>
        <translation>为什么用这些层做不成网络。</translation>
    </message>
</context>
<context>
    <name>LayersDrawing</name>
    <message>
        <source>Layers of the new network</source>
        <translation>新网络的各层</translation>
    </message>
    <message>
        <source>Let go to take layer {layer} out.</source>
        <translation>松开就去掉第 {layer} 层。</translation>
    </message>
    <message>
        <source>Up makes layer {layer} larger; sideways takes it out.</source>
        <translation>向上使第 {layer} 层变大；横着拖就去掉它。</translation>
    </message>
</context>
<context>
    <name>LayersPlot</name>
    <message>
        <source>Step {step}; {layers}</source>
        <translation>第 {step} 步；{layers}</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>layer {layer}: {value}</source>
        <translation>第 {layer} 层：{value}</translation>
    </message>
</context>
<context>
    <name>LayersRow</name>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Inputs: one for each number of an example.</source>
        <translation>输入：样本的每个数对应一个。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Neurons in each hidden layer, as in 16,16; leave it empty for none.</source>
        <translation>每个隐藏层的神经元数，如 16,16；没有就留空。</translation>
    </message>
    <message>
        <source>Neurons in each layer of the new network, from input to output.</source>
        <translation>新网络每一层的神经元数，从输入到输出。</translation>
    </message>
    <message>
        <source>Numbers that are learnt: W, of each two neurons joined; B, of each neuron.</source>
        <translation>要学习的数：W，每两个相连的神经元一个；B，每个神经元一个。</translation>
    </message>
    <message>
        <source>Outputs: one for each class, or one alone.</source>
        <translation>输出：每个类别一个，或只有一个。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>{weights} {W} and {biases} {B}</source>
        <translation>{weights} 个 {W} 和 {biases} 个 {B}</translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Put the panels where this layout of yours has them.</source>
        <translation>把面板放到你这个布局里的位置。</translation>
    </message>
</context>
<context>
    <name>LayoutsDialog</name>
    <message>
        <source>A name, as in Lecture hall</source>
        <translation>一个名字，如“大教室”</translation>
    </message>
    <message>
        <source>Call the one that is chosen as the field says.</source>
        <translation>把选中的改成框里的名字。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the list.</source>
        <translation>关闭列表。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Forget the one that is chosen.</source>
        <translation>忘掉选中的那个。</translation>
    </message>
    <message>
        <source>Keep the panels as they stand now under this name.</source>
        <translation>用这个名字记住面板现在的样子。</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>布局的名字</translation>
    </message>
    <message>
        <source>Put the panels where it has them.</source>
        <translation>把面板放到它那里的位置。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving keeps the panels as they stand now.</source>
        <translation>保存会记住面板现在的样子。</translation>
    </message>
    <message>
        <source>Saving puts the panels as they stand now in the place of “{name}”.</source>
        <translation>保存会用面板现在的样子取代“{name}”。</translation>
    </message>
    <message>
        <source>There are {most} layouts, and room for no more; delete one first.</source>
        <translation>已有 {most} 个布局，放不下更多了；请先删一个。</translation>
    </message>
    <message>
        <source>Those that you have saved; Enter uses one.</source>
        <translation>你保存过的布局；按 Enter 使用一个。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>What saving does now.</source>
        <translation>现在保存会做什么。</translation>
    </message>
    <message>
        <source>What the layout is called in the menu.</source>
        <translation>布局在菜单里叫什么。</translation>
    </message>
    <message>
        <source>You have saved no layout yet: arrange the panels, type a name, and save.</source>
        <translation>你还没有保存过布局：把面板摆好，输入名字，再保存。</translation>
    </message>
    <message>
        <source>Your layouts</source>
        <translation>你的布局</translation>
    </message>
</context>
<context>
    <name>LedgerSums</name>
    <message>
        <source>B, the bias of this neuron, which is added to the sum.</source>
        <translation>B，这个神经元的偏置，加到和上。</translation>
    </message>
    <message>
        <source>S = Σ W·a + B, from which σ makes a.</source>
        <translation>S = Σ W·a + B，σ 由它得出 a。</translation>
    </message>
    <message>
        <source>S, the sum of these</source>
        <translation>S，以上各项之和</translation>
    </message>
    <message>
        <source>The sum of W·a as they stand in the rows, also of those that are not seen.</source>
        <translation>各行所写的 W·a 之和，没看到的行也算。</translation>
    </message>
    <message>
        <source>What the numbers above lack to S, because each of them is rounded.</source>
        <translation>上面各数因为四舍五入，与 S 相差多少。</translation>
    </message>
    <message>
        <source>all {count} rows of W·a together</source>
        <translation>全部 {count} 行 W·a 合计</translation>
    </message>
    <message>
        <source>bias B</source>
        <translation>偏置 B</translation>
    </message>
    <message>
        <source>rounding of the numbers above</source>
        <translation>上面各数的舍入</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>A circle is {negative} where its a is below 0.</source>
        <translation>a 小于 0 的圆是{negative}。</translation>
    </message>
    <message>
        <source>A square is the map of a neuron&apos;s a over the plane, x₁ to the right and x₂ upwards, both from −6 to 6; the dot is the shown example. From left to right, its colours go from {negative} to {positive} as a goes from {ends}.</source>
        <translation>一个方块是一个神经元的 a 在平面上的图，x₁ 向右，x₂ 向上，都从 −6 到 6；圆点是当前样本。从左到右，颜色从{negative}到{positive}，对应 a 从 {ends}。</translation>
    </message>
    <message>
        <source>From left to right, colour is full at {scales}.</source>
        <translation>从左到右，颜色最浓的值是 {scales}。</translation>
    </message>
    <message>
        <source>Lines of less than {share} of that are hidden.</source>
        <translation>不足其 {share} 的连线不显示。</translation>
    </message>
    <message>
        <source>The colour of a line grows with |{symbol}| to the power of 1.6, up to the {symbol} that is named below its gap. Where more than 250 lines cross a gap, weak ones are drawn fainter; and where many of them are strong, all are. What would be too faint to be seen is left out.</source>
        <translation>连线的颜色随 |{symbol}| 的 1.6 次方变浓，到这两层的间隙下方所写的 {symbol} 为止。两层之间超过 250 条连线时，弱的画得更淡；强的多时，全都更淡。淡得看不见的不画。</translation>
    </message>
    <message>
        <source>all are 0</source>
        <translation>全是 0</translation>
    </message>
    <message>
        <source>all {symbol} are 0</source>
        <translation>{symbol} 全是 0</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>full at {scale}</source>
        <translation>{scale} 时最浓</translation>
    </message>
    <message>
        <source>full at {symbol} = {scale}</source>
        <translation>{symbol} = {scale} 时最浓</translation>
    </message>
    <message>
        <source>full colour at {symbol} = {scale}</source>
        <translation>{symbol} = {scale} 时最浓</translation>
    </message>
    <message>
        <source>held</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>{before} · {after} = {count}</source>
        <translation>{before} · {after} = {count}</translation>
    </message>
    <message>
        <source>{before} · {after} = {count} connections</source>
        <translation>{before} · {after} = {count} 个连接</translation>
    </message>
    <message>
        <source>{before} · {after} = {count}, {drawn} drawn</source>
        <translation>{before} · {after} = {count}，画出 {drawn} 条</translation>
    </message>
    <message>
        <source>{count}, {drawn} drawn</source>
        <translation>{count}，画出 {drawn} 条</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <source>±{scale}</source>
        <translation>±{scale}</translation>
    </message>
</context>
<context>
    <name>LimitRow</name>
    <message>
        <source>The longest that g may be</source>
        <translation>g 最长可以多长</translation>
    </message>
    <message>
        <source>to at most</source>
        <translation>至多</translation>
    </message>
</context>
<context>
    <name>LinesBox</name>
    <message>
        <source>How the network is drawn</source>
        <translation>网络怎么画</translation>
    </message>
    <message>
        <source>How the network is drawn: scale, rings, layers, zoom, picture.</source>
        <translation>网络怎么画：比例、圆环、层、缩放、图片。</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Lines show</source>
        <translation>连线显示</translation>
    </message>
    <message>
        <source>The lines show nothing in this phase.</source>
        <translation>在这个阶段连线什么也不显示。</translation>
    </message>
    <message>
        <source>What the colour of the lines shows is chosen below.</source>
        <translation>连线的颜色显示什么，在下面选择。</translation>
    </message>
    <message>
        <source>What the colour of the lines shows. {sentence}</source>
        <translation>连线的颜色显示什么。{sentence}</translation>
    </message>
    <message>
        <source>What the lines show in this phase of the step. {sentence}</source>
        <translation>在一步的这个阶段，连线显示什么。{sentence}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Reading {source} failed: the process that read it ended unexpectedly. Choose other data, or less of it.</source>
        <translation>读取 {source} 失败：负责读取的进程意外结束了。请选择别的数据，或少一些数据。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Cost plot</source>
        <translation>代价曲线</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>({first}, {second}): t = {t}</source>
        <translation>({first}, {second})：t = {t}</translation>
    </message>
    <message>
        <source>Colour each place as 1 where the output&apos;s a is at least ½, and else as 0.</source>
        <translation>输出的 a 至少 ½ 处按 1 着色，否则按 0 着色。</translation>
    </message>
    <message>
        <source>Map of the output, with the data points</source>
        <translation>输出的图，连同数据点</translation>
    </message>
    <message>
        <source>Output over the plane</source>
        <translation>平面上的输出</translation>
    </message>
    <message>
        <source>Show the points kept for the test as well, as squares.</source>
        <translation>把留作测试的点也显示出来，画成方块。</translation>
    </message>
    <message>
        <source>Test point {index} at ({first}, {second}): t = {t}</source>
        <translation>测试点 {index}，在 ({first}, {second})：t = {t}</translation>
    </message>
    <message>
        <source>Test points</source>
        <translation>测试点</translation>
    </message>
    <message>
        <source>Test {index}: ({first}, {second}), t = {t}</source>
        <translation>测试 {index}：({first}, {second})，t = {t}</translation>
    </message>
    <message>
        <source>The output&apos;s a at every place of the plane, x₁ to the right and x₂ upwards, both from −6 to 6; a click on a point, or an arrow key, shows that point to the network.</source>
        <translation>平面上每一处输出的 a，x₁ 向右，x₂ 向上，都从 −6 到 6；单击一个点或按方向键，就把那个点给网络看。</translation>
    </message>
    <message>
        <source>The point that the network is shown, with its target t.</source>
        <translation>给网络看的点，连同它的目标 t。</translation>
    </message>
    <message>
        <source>Training point {index} at ({first}, {second}): t = {t}</source>
        <translation>训练点 {index}，在 ({first}, {second})：t = {t}</translation>
    </message>
    <message>
        <source>Training {index}: ({first}, {second}), t = {t}</source>
        <translation>训练 {index}：({first}, {second})，t = {t}</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>只分两值</translation>
    </message>
    <message>
        <source>What the colours of the map and of the points mean.</source>
        <translation>图和点的颜色是什么意思。</translation>
    </message>
    <message>
        <source>{name} at ({first}, {second}): t is unknown</source>
        <translation>{name}，在 ({first}, {second})：t 未知</translation>
    </message>
    <message>
        <source>{name}: t = {t}</source>
        <translation>{name}：t = {t}</translation>
    </message>
    <message>
        <source>{name}: t is unknown</source>
        <translation>{name}：t 未知</translation>
    </message>
</context>
<context>
    <name>MnistGetter</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a folder on this computer with MNIST’s four files.</source>
        <translation>在这台电脑上选择存有 MNIST 四个文件的文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder with MNIST’s four files</source>
        <translation>选择存有 MNIST 四个文件的文件夹</translation>
    </message>
    <message>
        <source>Fetch MNIST from a public mirror and check it; nothing else is sent or asked.</source>
        <translation>从公开镜像下载 MNIST 并核对；此外不发送也不询问任何东西。</translation>
    </message>
    <message>
        <source>Get MNIST</source>
        <translation>下载 MNIST</translation>
    </message>
    <message>
        <source>How much of MNIST has come</source>
        <translation>MNIST 收到了多少</translation>
    </message>
    <message>
        <source>How much of MNIST has come, of the bytes of its four files.</source>
        <translation>MNIST 的四个文件一共多少字节，已经收到多少。</translation>
    </message>
    <message>
        <source>It is fetched once, {megabytes} MB from a public mirror, and kept in {folder}.</source>
        <translation>只下载一次，从公开镜像取 {megabytes} MB，存放在 {folder}。</translation>
    </message>
    <message>
        <source>MNIST is in {folder}.</source>
        <translation>MNIST 在 {folder}。</translation>
    </message>
    <message>
        <source>Open from a folder …</source>
        <translation>从文件夹打开…</translation>
    </message>
    <message>
        <source>Stop at once; what has come is kept, to go on from there.</source>
        <translation>立刻停止；已收到的部分保留着，以后从那里接着下载。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>{done} of {total} MB</source>
        <translation>{total} MB 中的 {done} MB</translation>
    </message>
</context>
<context>
    <name>MovedTable</name>
    <message>
        <source>How far it moved beside the one that moved farthest.</source>
        <translation>它移动了多少，与移动最多的相比。</translation>
    </message>
    <message>
        <source>How far it moved, up or down. Where the digits shown give another last digit, “≈” says so.</source>
        <translation>它变大或变小了多少。所显示的数位算出的末位不同时，用“≈”表示。</translation>
    </message>
    <message>
        <source>The weights and biases that moved farthest</source>
        <translation>移动最多的权重和偏置</translation>
    </message>
    <message>
        <source>W or B at the step that is compared with.</source>
        <translation>在作比较的那一步的 W 或 B。</translation>
    </message>
    <message>
        <source>W or B at the step that is shown.</source>
        <translation>在显示的这一步的 W 或 B。</translation>
    </message>
    <message>
        <source>Which weight or bias.</source>
        <translation>哪个权重或偏置。</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>now − then</source>
        <translation>现在 − 那时</translation>
    </message>
    <message>
        <source>then</source>
        <translation>那时</translation>
    </message>
</context>
<context>
    <name>MovedWords</name>
    <message>
        <source>From step {then} to step {now}, {moved} of {total} weights and biases moved, the farthest first.</source>
        <translation>从第 {then} 步到第 {now} 步，{total} 个权重和偏置中移动了 {moved} 个，移动最多的在前。</translation>
    </message>
    <message>
        <source>From step {then} to step {now}, {moved} of {total} weights and biases moved; these {shown} moved farthest.</source>
        <translation>从第 {then} 步到第 {now} 步，{total} 个权重和偏置中移动了 {moved} 个；移动最多的是这 {shown} 个。</translation>
    </message>
    <message>
        <source>How far the layers moved: {lengths}</source>
        <translation>各层移动了多少：{lengths}</translation>
    </message>
    <message>
        <source>No weight or bias differs between step {then} and step {now}.</source>
        <translation>第 {then} 步与第 {now} 步之间，没有权重或偏置不同。</translation>
    </message>
    <message>
        <source>Step {step} is the one that is shown: nothing has changed since.</source>
        <translation>显示的就是第 {step} 步：自那以来什么都没有变。</translation>
    </message>
    <message>
        <source>Step {then} is meant as it was before the run took another course.</source>
        <translation>这里的第 {then} 步取自训练改走另一条路之前的那一段。</translation>
    </message>
    <message>
        <source>The bias of neuron {to} of layer {layer}: B at step {now} less B at step {then} is {now_value} − ({then_value}) {sign} {change}.</source>
        <translation>第 {layer} 层神经元 {to} 的偏置：第 {now} 步的 B 减第 {then} 步的 B，即 {now_value} − ({then_value}) {sign} {change}。</translation>
    </message>
    <message>
        <source>The weight to neuron {to} of layer {layer} from input {origin}, in row {row}, column {column}: W at step {now} less W at step {then} is {now_value} − ({then_value}) {sign} {change}.</source>
        <translation>从第 {row} 行第 {column} 列的输入 {origin} 到第 {layer} 层神经元 {to} 的权重：第 {now} 步的 W 减第 {then} 步的 W，即 {now_value} − ({then_value}) {sign} {change}。</translation>
    </message>
    <message>
        <source>The weight to neuron {to} of layer {layer} from neuron {origin} of layer {before}: W at step {now} less W at step {then} is {now_value} − ({then_value}) {sign} {change}.</source>
        <translation>从第 {before} 层神经元 {origin} 到第 {layer} 层神经元 {to} 的权重：第 {now} 步的 W 减第 {then} 步的 W，即 {now_value} − ({then_value}) {sign} {change}。</translation>
    </message>
    <message>
        <source>W and B of step {step} are on their way.</source>
        <translation>正在取第 {step} 步的 W 和 B。</translation>
    </message>
</context>
<context>
    <name>MyDigits</name>
    <message>
        <source>A {truth} that is read as {answer}.</source>
        <translation>一个 {truth}，被认作 {answer}。</translation>
    </message>
    <message>
        <source>A {truth}, and read as it.</source>
        <translation>一个 {truth}，也被认作它。</translation>
    </message>
    <message>
        <source>A {truth}.</source>
        <translation>一个 {truth}。</translation>
    </message>
    <message>
        <source>Begin a new run that learns from your digits; this one can be brought back.</source>
        <translation>开始一次从你的数字学习的新训练；现在这次可以找回来。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the chosen digit from your digits.</source>
        <translation>从你的数字中删除选中的那个。</translation>
    </message>
    <message>
        <source>Digits that you have kept: {total}.</source>
        <translation>你存下的数字：{total}。</translation>
    </message>
    <message>
        <source>Let the network, as it is now, read each of your digits; count those right.</source>
        <translation>让网络按现在的样子认你的每个数字；数一数认对几个。</translation>
    </message>
    <message>
        <source>My digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>None yet: draw one, say what it is, and keep it.</source>
        <translation>还没有：写一个，说出它是什么，再存下来。</translation>
    </message>
    <message>
        <source>Save sheet as …</source>
        <translation>另存为一页…</translation>
    </message>
    <message>
        <source>Save your digits as a file, to use as data.</source>
        <translation>把你的数字存成文件，用作数据。</translation>
    </message>
    <message>
        <source>Test the network on them</source>
        <translation>用它们测试网络</translation>
    </message>
    <message>
        <source>Train on them …</source>
        <translation>用它们训练…</translation>
    </message>
    <message>
        <source>Your digits, with what each truly is; a click shows it, Delete deletes it.</source>
        <translation>你的数字，以及每个实际是什么；单击显示它，Delete 删除它。</translation>
    </message>
    <message>
        <source>{right} of {total} are read rightly at step {step}: {share}.</source>
        <translation>在第 {step} 步，{total} 个中认对 {right} 个：{share}。</translation>
    </message>
    <message>
        <source>{truth} ✓</source>
        <translation>{truth} ✓</translation>
    </message>
    <message>
        <source>{truth} ✗ {answer}</source>
        <translation>{truth} ✗ {answer}</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>衰减</translation>
    </message>
    <message>
        <source>end</source>
        <translation>末值</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>因子</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>he</source>
        <translation>He</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>恒等函数</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>里面</translation>
    </message>
    <message>
        <source>leaky relu</source>
        <translation>带泄漏的 ReLU</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>logistic</source>
        <translation>logistic</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>nesterov</source>
        <translation>Nesterov 动量</translation>
    </message>
    <message>
        <source>one over root n</source>
        <translation>1/√N</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>外面</translation>
    </message>
    <message>
        <source>quadratic</source>
        <translation>平方</translation>
    </message>
    <message>
        <source>relu</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>rmsprop</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>softmax cross entropy</source>
        <translation>softmax 交叉熵</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <source>squares decay</source>
        <translation>平方的衰减</translation>
    </message>
    <message>
        <source>standard normal</source>
        <translation>标准正态</translation>
    </message>
    <message>
        <source>step</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>全零</translation>
    </message>
</context>
<context>
    <name>NetworkChoices</name>
    <message>
        <source>S = W a + B,  a = σ(S): as is usual</source>
        <translation>S = W a + B，a = σ(S)：通常的做法</translation>
    </message>
    <message>
        <source>S = W a,  a = σ(S) + B: as the notes print it</source>
        <translation>S = W a，a = σ(S) + B：笔记里所写的</translation>
    </message>
    <message>
        <source>W = 0, B = 0: to see that it fails</source>
        <translation>W = 0，B = 0：看看它怎样失败</translation>
    </message>
    <message>
        <source>W = 0.01, B = 0: to see that it fails</source>
        <translation>W = 0.01，B = 0：看看它怎样失败</translation>
    </message>
    <message>
        <source>W and B from N(0, 1), as in Nielsen&apos;s book</source>
        <translation>W 和 B 取自 N(0, 1)，如 Nielsen 的书</translation>
    </message>
    <message>
        <source>W between ±√(6 / (N + M)), N neurons before, M here; B = 0; for tanh</source>
        <translation>W 在 ±√(6 / (N + M)) 之间，N 是前一层、M 是本层的神经元数；B = 0；适合 tanh</translation>
    </message>
    <message>
        <source>W from N(0, 1/N), N the neurons before; B = 0</source>
        <translation>W 取自 N(0, 1/N)，N 是前一层的神经元数；B = 0</translation>
    </message>
    <message>
        <source>W from N(0, 2/N), N the neurons before; B = 0; for ReLU</source>
        <translation>W 取自 N(0, 2/N)，N 是前一层的神经元数；B = 0；适合 ReLU</translation>
    </message>
    <message>
        <source>all 0</source>
        <translation>全是 0</translation>
    </message>
    <message>
        <source>all W alike</source>
        <translation>所有 W 相同</translation>
    </message>
    <message>
        <source>inside σ</source>
        <translation>在 σ 里面</translation>
    </message>
    <message>
        <source>outside σ</source>
        <translation>在 σ 外面</translation>
    </message>
    <message>
        <source>{formula}; for {sigma} outputs</source>
        <translation>{formula}；用于 {sigma} 输出</translation>
    </message>
</context>
<context>
    <name>NetworkEstimate</name>
    <message>
        <source>The data take {size}.</source>
        <translation>数据占 {size}。</translation>
    </message>
    <message>
        <source>{count} GB</source>
        <translation>{count} GB</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} 字节</translation>
    </message>
    <message>
        <source>{count} kB</source>
        <translation>{count} kB</translation>
    </message>
    <message>
        <source>{numbers} numbers of 4 bytes take {size}; with the gradient and what {optimiser} remembers, {all}.</source>
        <translation>{numbers} 个数，每个 4 字节，共 {size}；加上梯度和 {optimiser} 所记住的，共 {all}。</translation>
    </message>
    <message>
        <source>{numbers} numbers of 4 bytes take {size}; with the gradient, {all}.</source>
        <translation>{numbers} 个数，每个 4 字节，共 {size}；加上梯度，共 {all}。</translation>
    </message>
</context>
<context>
    <name>NetworkForm</name>
    <message>
        <source>Bias B</source>
        <translation>偏置 B</translation>
    </message>
    <message>
        <source>Cost C</source>
        <translation>代价 C</translation>
    </message>
    <message>
        <source>Decides the start values and the order of the examples: with the same seed, every number of a run is the same again.</source>
        <translation>决定初始值和样本的顺序：种子相同，训练的每个数就都相同。</translation>
    </message>
    <message>
        <source>From the gradient g to a step</source>
        <translation>从梯度 g 到一步</translation>
    </message>
    <message>
        <source>From which distribution the first W and B are drawn.</source>
        <translation>最初的 W 和 B 取自哪种分布。</translation>
    </message>
    <message>
        <source>How a comes from S and B, and what C, which is to become small, is.</source>
        <translation>a 怎样由 S 和 B 得出，要变小的 C 又是什么。</translation>
    </message>
    <message>
        <source>How many examples a step learns from: g is the mean of their gradients.</source>
        <translation>一步从多少个样本学习：g 是它们的梯度的平均。</translation>
    </message>
    <message>
        <source>How many examples there are to learn from.</source>
        <translation>有多少样本可以学习。</translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>Neurons and cost</source>
        <translation>神经元与代价</translation>
    </message>
    <message>
        <source>Otherwise than in the present run.</source>
        <translation>与现在的训练不同。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Start values</source>
        <translation>初始值</translation>
    </message>
    <message>
        <source>The activation function of all hidden layers: a = σ(S).</source>
        <translation>所有隐藏层的激活函数：a = σ(S)。</translation>
    </message>
    <message>
        <source>The activation function of the outputs: a = σ(S).</source>
        <translation>输出的激活函数：a = σ(S)。</translation>
    </message>
    <message>
        <source>What C of an example is; the C of a mini-batch is the mean of these.</source>
        <translation>一个样本的 C 是什么；小批量的 C 是它们的平均。</translation>
    </message>
    <message>
        <source>What W and B are before the first step, at random.</source>
        <translation>第一步之前 W 和 B 是什么，随机取值。</translation>
    </message>
    <message>
        <source>What becomes of the gradient</source>
        <translation>对梯度做什么</translation>
    </message>
    <message>
        <source>Where B is added: to S, as is usual, or to σ(S), as the notes print it.</source>
        <translation>B 加在哪里：通常加到 S，笔记里写的是加到 σ(S)。</translation>
    </message>
    <message>
        <source>g is ∂C/∂W, for a bias ∂C/∂B, with penalties, and no longer than a limit.</source>
        <translation>g 是 ∂C/∂W，偏置则是 ∂C/∂B，加上惩罚项，长度不超过限度。</translation>
    </message>
    <message>
        <source>of {train}</source>
        <translation>共 {train} 个</translation>
    </message>
    <message>
        <source>η as time goes on</source>
        <translation>η 随时间的变化</translation>
    </message>
    <message>
        <source>σ, hidden</source>
        <translation>σ，隐藏层</translation>
    </message>
    <message>
        <source>σ, output</source>
        <translation>σ，输出</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>All W and B together: what learning changes.</source>
        <translation>所有的 W 和 B：学习所改变的东西。</translation>
    </message>
    <message>
        <source>Click a neuron or a connection to see why its number is what it is. With the keyboard: Tab to the network, then the arrow keys.</source>
        <translation>单击一个神经元或连接，看它的数为什么是这样。用键盘：按 Tab 到网络，再用方向键。</translation>
    </message>
    <message>
        <source>How a gradient step changes W and B, from ∂C/∂W and ∂C/∂B of a mini-batch.</source>
        <translation>一步梯度下降怎样根据小批量的 ∂C/∂W 和 ∂C/∂B 改变 W 和 B。</translation>
    </message>
    <message>
        <source>Layers of {sizes} neurons</source>
        <translation>各层的神经元数：{sizes}</translation>
    </message>
    <message>
        <source>Seed {seed} gives the order of the examples</source>
        <translation>种子 {seed} 决定样本的顺序</translation>
    </message>
    <message>
        <source>Seed {seed} gives these start values and this order</source>
        <translation>种子 {seed} 决定这些初始值和这个顺序</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>{C} = {formula}, where t is 1 for the true class “{digit}”, else 0</source>
        <translation>{C} = {formula}，其中真实类别“{digit}”的 t 为 1，其余为 0</translation>
    </message>
    <message>
        <source>{C} = {formula}, where t is 1 for the true digit {digit}, else 0</source>
        <translation>{C} = {formula}，其中真实的数字 {digit} 的 t 为 1，其余为 0</translation>
    </message>
    <message>
        <source>{C} = {formula}, where t is {t}</source>
        <translation>{C} = {formula}，其中 t 是 {t}</translation>
    </message>
    <message>
        <source>{sigma} is {name}: {formula}</source>
        <translation>{sigma} 是 {name}：{formula}</translation>
    </message>
    <message>
        <source>{sigma} of layer {first} is {name}: {formula}</source>
        <translation>第 {first} 层的 {sigma} 是 {name}：{formula}</translation>
    </message>
    <message>
        <source>{sigma} of layers {first}–{last} is {name}: {formula}</source>
        <translation>第 {first}–{last} 层的 {sigma} 是 {name}：{formula}</translation>
    </message>
    <message>
        <source>{train} examples to learn from, {test} to test with</source>
        <translation>{train} 个样本用来学习，{test} 个用来测试</translation>
    </message>
    <message>
        <source>{weights} weights {W} and {biases} biases {B}: {total} numbers</source>
        <translation>{weights} 个权重 {W} 和 {biases} 个偏置 {B}：共 {total} 个数</translation>
    </message>
</context>
<context>
    <name>NetworkPicture</name>
    <message>
        <source>Neural network</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>Neural network {layers} at step {step}</source>
        <translation>神经网络 {layers}，第 {step} 步</translation>
    </message>
</context>
<context>
    <name>NetworkPresets</name>
    <message>
        <source>A network so small that it can be understood neuron by neuron.</source>
        <translation>小到可以一个神经元一个神经元地看懂的网络。</translation>
    </message>
    <message>
        <source>As in the notes: MNIST, 784-16-16-10</source>
        <translation>如笔记：MNIST，784-16-16-10</translation>
    </message>
    <message>
        <source>Deep: 64-32-32-32-10</source>
        <translation>深：64-32-32-32-10</translation>
    </message>
    <message>
        <source>MNIST&apos;s pictures of 28×28 pixels, two hidden layers of 16 neurons, logistic σ, the quadratic C: 13,002 numbers to learn.</source>
        <translation>MNIST 的 28×28 像素图像，两个各 16 个神经元的隐藏层，logistic σ，平方代价 C：要学 13,002 个数。</translation>
    </message>
    <message>
        <source>Nielsen&apos;s book: MNIST, 784-30-10</source>
        <translation>Nielsen 的书：MNIST，784-30-10</translation>
    </message>
    <message>
        <source>No hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>Points on a plane: two spirals, 2-8-8-1</source>
        <translation>平面上的点：两条螺线，2-8-8-1</translation>
    </message>
    <message>
        <source>Small and quick: 64-16-16-10</source>
        <translation>小而快：64-16-16-10</translation>
    </message>
    <message>
        <source>The inputs go straight to the outputs: the W of each output can be seen as a picture.</source>
        <translation>输入直接通向输出：每个输出的 W 可以当作一幅图来看。</translation>
    </message>
    <message>
        <source>The network of chapter 1: start values from N(0, 1), mini-batches of 10. His C has a ½ in front, so that η = 1.5 here makes the same steps as his 3.0.</source>
        <translation>第 1 章的网络：初始值取自 N(0, 1)，小批量为 10。他的 C 前面有 ½，所以这里 η = 1.5 走的步与他的 3.0 相同。</translation>
    </message>
    <message>
        <source>The notes&apos; hidden layers for the embedded digits of 8×8 pixels: learnt within seconds.</source>
        <translation>笔记中的隐藏层，用于 8×8 像素的自带数字：几秒就能学会。</translation>
    </message>
    <message>
        <source>Three hidden layers of ReLU neurons for the embedded digits, with start values that suit these.</source>
        <translation>三个 ReLU 神经元的隐藏层，用于自带的数字，初始值与之相配。</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>NeuronPage</name>
    <message>
        <source>B over time</source>
        <translation>B 随时间的变化</translation>
    </message>
    <message>
        <source>Here t = {t}, and this neuron adds {formula} = {line} {sign} {value} to C.</source>
        <translation>这里 t = {t}，这个神经元给 C 加上 {formula} = {line} {sign} {value}。</translation>
    </message>
    <message>
        <source>Here t = {t}, and this neuron adds {value} to C.</source>
        <translation>这里 t = {t}，这个神经元给 C 加上 {value}。</translation>
    </message>
    <message>
        <source>How much C of the next mini-batch rises with this bias.</source>
        <translation>下一个小批量的 C 随这个偏置上升得多快。</translation>
    </message>
    <message>
        <source>Its share of this example&apos;s C is {value} / {total} {sign} {share}.</source>
        <translation>它在这个样本的 C 中占 {value} / {total} {sign} {share}。</translation>
    </message>
    <message>
        <source>Neuron {index}</source>
        <translation>神经元 {index}</translation>
    </message>
    <message>
        <source>Output neuron {index}</source>
        <translation>输出神经元 {index}</translation>
    </message>
    <message>
        <source>The activation a, for the example that is shown now, after every step.</source>
        <translation>对现在显示的样本，每一步之后的激活值 a。</translation>
    </message>
    <message>
        <source>The activation: what the neuron sends on.</source>
        <translation>激活值：神经元往后传的东西。</translation>
    </message>
    <message>
        <source>The bias B after every step.</source>
        <translation>每一步之后的偏置 B。</translation>
    </message>
    <message>
        <source>The bias: how easily the neuron fires. Click to type it, or drag it.</source>
        <translation>偏置：神经元有多容易激活。单击可输入，也可拖动。</translation>
    </message>
    <message>
        <source>The weighted sum, from which σ makes the activation.</source>
        <translation>加权和，σ 由它得出激活值。</translation>
    </message>
    <message>
        <source>This digit is a {digit}, so t = {t} here, and this neuron adds {formula} = {line} {sign} {value} to C.</source>
        <translation>这个数字是 {digit}，所以这里 t = {t}，这个神经元给 C 加上 {formula} = {line} {sign} {value}。</translation>
    </message>
    <message>
        <source>This digit is a {digit}, so t = {t} here, and this neuron adds {value} to C.</source>
        <translation>这个数字是 {digit}，所以这里 t = {t}，这个神经元给 C 加上 {value}。</translation>
    </message>
    <message>
        <source>This example is “{digit}”, so t = {t} here, and this neuron adds {formula} = {line} {sign} {value} to C.</source>
        <translation>这个样本是“{digit}”，所以这里 t = {t}，这个神经元给 C 加上 {formula} = {line} {sign} {value}。</translation>
    </message>
    <message>
        <source>This example is “{digit}”, so t = {t} here, and this neuron adds {value} to C.</source>
        <translation>这个样本是“{digit}”，所以这里 t = {t}，这个神经元给 C 加上 {value}。</translation>
    </message>
    <message>
        <source>Which neuron is selected; layers and neurons count from 0.</source>
        <translation>选中的是哪个神经元；层和神经元从 0 数起。</translation>
    </message>
    <message>
        <source>a over time</source>
        <translation>a 随时间的变化</translation>
    </message>
    <message>
        <source>from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>of layer {layer} ({count} neurons, σ is {sigma})</source>
        <translation>在第 {layer} 层（{count} 个神经元，σ 是 {sigma}）</translation>
    </message>
    <message>
        <source>row, col</source>
        <translation>行, 列</translation>
    </message>
</context>
<context>
    <name>NeuronPainter</name>
    <message>
        <source>true</source>
        <translation>真实</translation>
    </message>
</context>
<context>
    <name>NeuronPictures</name>
    <message>
        <source>How much C of the next mini-batch rises with each weight.</source>
        <translation>下一个小批量的 C 随每个权重上升得多快。</translation>
    </message>
    <message>
        <source>The weight from every pixel: what it looks for.</source>
        <translation>从每个像素来的权重：它在找什么。</translation>
    </message>
    <message>
        <source>What every pixel of this example adds to S.</source>
        <translation>这个样本的每个像素给 S 加上多少。</translation>
    </message>
</context>
<context>
    <name>NeuronRow</name>
    <message>
        <source>a neuron of layer {layer}</source>
        <translation>第 {layer} 层的一个神经元</translation>
    </message>
    <message>
        <source>neuron {neuron} of layer {layer}</source>
        <translation>第 {layer} 层的神经元 {neuron}</translation>
    </message>
</context>
<context>
    <name>NewNetworkDialog</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>新网络</translation>
    </message>
    <message>
        <source>The data are still being read.</source>
        <translation>数据还在读取。</translation>
    </message>
    <message>
        <source>To be put right first: {fields}.</source>
        <translation>请先改正：{fields}。</translation>
    </message>
</context>
<context>
    <name>NextChange</name>
    <message>
        <source>Nothing here: neither its B nor any of its W.</source>
        <translation>这里什么也不变：它的 B 和所有 W 都不变。</translation>
    </message>
    <message>
        <source>Nothing: this neuron is frozen, and the next step leaves its W and B alone.</source>
        <translation>不变：这个神经元冻结着，下一步不动它的 W 和 B。</translation>
    </message>
    <message>
        <source>Nothing: this weight is frozen, and the next step leaves it alone.</source>
        <translation>不变：这个权重冻结着，下一步不动它。</translation>
    </message>
    <message>
        <source>Nothing: while a is held, C depends neither on its W nor on its B.</source>
        <translation>不变：a 固定时，C 与它的 W 和 B 都无关。</translation>
    </message>
    <message>
        <source>One of its weights is frozen: the next step leaves it alone.</source>
        <translation>它有一个权重冻结着：下一步不动它。</translation>
    </message>
    <message>
        <source>neuron {index}</source>
        <translation>神经元 {index} </translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列</translation>
    </message>
    <message>
        <source>{B} by {change}. Of its weights, the one from {origin} changes most: {W} by {weight}.</source>
        <translation>{B} 变化 {change}。它的权重中，从{origin}来的变化最大：{W} 变化 {weight}。</translation>
    </message>
    <message>
        <source>{B} by −η · ∂C/∂B = {change}. Of its weights, the one from {origin} changes most: {W} by {weight}.</source>
        <translation>{B} 变化 −η · ∂C/∂B = {change}。它的权重中，从{origin}来的变化最大：{W} 变化 {weight}。</translation>
    </message>
    <message>
        <source>{W} by {change}.</source>
        <translation>{W} 变化 {change}。</translation>
    </message>
    <message>
        <source>{W} by −η · ∂C/∂W = {worked}</source>
        <translation>{W} 变化 −η · ∂C/∂W = {worked}</translation>
    </message>
    <message>
        <source>{count} of its weights are frozen: the next step leaves them alone.</source>
        <translation>它有 {count} 个权重冻结着：下一步不动它们。</translation>
    </message>
</context>
<context>
    <name>NoticePanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NumberMenu</name>
    <message>
        <source>Decimal comma: 0,5</source>
        <translation>小数点用逗号：0,5</translation>
    </message>
    <message>
        <source>Decimal mark as the system has it</source>
        <translation>小数点跟随系统</translation>
    </message>
    <message>
        <source>Decimal point: 0.5</source>
        <translation>小数点用句点：0.5</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>{count} decimals</source>
        <translation>{count} 位小数</translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>Nothing is typed; type a number, for instance {usual}.</source>
        <translation>什么也没输入；请输入一个数，例如 {usual}。</translation>
    </message>
    <message>
        <source>{tip} From {least} to {most}.</source>
        <translation>{tip}从 {least} 到 {most}。</translation>
    </message>
    <message>
        <source>“{text}” is not a number; type one, for instance {usual}.</source>
        <translation>“{text}”不是数；请输入一个数，例如 {usual}。</translation>
    </message>
</context>
<context>
    <name>OneLayer</name>
    <message>
        <source>Add a layer between {before} and {layer}</source>
        <translation>在 {before} 与 {layer} 之间加一层</translation>
    </message>
    <message>
        <source>Drag it up or down to resize it, sideways to take it out. Keys: ↑ ↓, Insert, Delete.</source>
        <translation>上下拖动改变大小，横着拖就去掉。按键：↑ ↓、Insert、Delete。</translation>
    </message>
    <message>
        <source>How many neurons layer {layer} has.</source>
        <translation>第 {layer} 层有多少神经元。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Input: {size} neurons, one for each number of an example; the data decide</source>
        <translation>输入：{size} 个神经元，样本的每个数一个；由数据决定</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>Layer {layer}, {size} neurons</source>
        <translation>第 {layer} 层，{size} 个神经元</translation>
    </message>
    <message>
        <source>Neurons in layer {layer}</source>
        <translation>第 {layer} 层的神经元数</translation>
    </message>
    <message>
        <source>One B for each neuron of layer {layer}.</source>
        <translation>第 {layer} 层的每个神经元一个 B。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Output: {size} neurons, as many as the data need</source>
        <translation>输出：{size} 个神经元，数据需要多少就有多少</translation>
    </message>
    <message>
        <source>Take layer {layer} out</source>
        <translation>去掉第 {layer} 层</translation>
    </message>
    <message>
        <source>Take layer {layer} out. Key: Delete</source>
        <translation>去掉第 {layer} 层。按键：Delete</translation>
    </message>
    <message>
        <source>W from each neuron of layer {before} to each of layer {layer}: N·N = {product} = {weights}.</source>
        <translation>从第 {before} 层的每个神经元到第 {layer} 层的每个神经元的 W：N·N = {product} = {weights}。</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}。</translation>
    </message>
</context>
<context>
    <name>OptionsControls</name>
    <message>
        <source>A column too tall for the window is folded into several, or shows only its first and last neurons.</source>
        <translation>窗口容不下的长列，折成几列，或只画最前和最后的神经元。</translation>
    </message>
    <message>
        <source>A fixed scale holds still by itself.</source>
        <translation>固定的比例本来就不动。</translation>
    </message>
    <message>
        <source>A step&apos;s passes glow</source>
        <translation>走一步时闪过微光</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>Circles of layer 1 show the lines that lead to them as an image: what the neuron looks for.</source>
        <translation>第 1 层的圆里把通向它的连线画成图像：这个神经元在找什么。</translation>
    </message>
    <message>
        <source>Compares with the weights of the step that is shown now.</source>
        <translation>与现在显示的这一步的权重比较。</translation>
    </message>
    <message>
        <source>Fit when the window changes</source>
        <translation>窗口变化时适应大小</translation>
    </message>
    <message>
        <source>Fixed scale</source>
        <translation>固定的比例</translation>
    </message>
    <message>
        <source>From which value on a line&apos;s colour is full: one for each layer, one for all layers, both as the values need it, or a number of yours.</source>
        <translation>连线从多大的值起颜色最浓：每层各自、所有层共用（两者随数值而定），或你给定的一个数。</translation>
    </message>
    <message>
        <source>Hide the weakest</source>
        <translation>隐藏最弱的</translation>
    </message>
    <message>
        <source>How the input layer is drawn: as the image that it is, as a column of its first and last eight circles, or as all its circles.</source>
        <translation>输入层怎么画：画成它本来的图像，画成一列、只有最前和最后八个圆，或画出全部的圆。</translation>
    </message>
    <message>
        <source>Input as</source>
        <translation>输入画成</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Lines of negative values are dashed, so that signs differ without colour.</source>
        <translation>负值的连线画成虚线，不靠颜色也能分清正负。</translation>
    </message>
    <message>
        <source>Lines that show W−W′ compare a weight W with W′, what it was at this step.</source>
        <translation>显示 W−W′ 的连线把权重 W 和它在这一步时的 W′ 作比较。</translation>
    </message>
    <message>
        <source>Lines weaker than this are not drawn, so that strong ones stand free.</source>
        <translation>比这更弱的连线不画，强的就显出来了。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>Negative ones dashed</source>
        <translation>负值画虚线</translation>
    </message>
    <message>
        <source>Rings show</source>
        <translation>圆环显示</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Tall columns</source>
        <translation>长列</translation>
    </message>
    <message>
        <source>The input is not an image, so it is drawn as circles.</source>
        <translation>输入不是图像，所以画成圆。</translation>
    </message>
    <message>
        <source>The input is not an image, so what layer 1 looks for is none either.</source>
        <translation>输入不是图像，所以第 1 层要找的东西也不是。</translation>
    </message>
    <message>
        <source>The scale holds still while the values change, so that colours of different steps can be compared.</source>
        <translation>数值变化时比例保持不动，这样不同步的颜色可以比较。</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>这一步</translation>
    </message>
    <message>
        <source>Type a number from 10⁻⁹ to 10⁹, for instance 1.5.</source>
        <translation>请输入从 10⁻⁹ 到 10⁹ 的数，例如 1.5。</translation>
    </message>
    <message>
        <source>What layer 1 looks for, in its circles</source>
        <translation>第 1 层在圆里画出它在找什么</translation>
    </message>
    <message>
        <source>What the colour of a circle&apos;s ring shows: nothing, the neuron&apos;s bias B, or how fast the cost grows with it, ∂C/∂B.</source>
        <translation>圆的环用颜色显示什么：什么也不显示、神经元的偏置 B，或代价随它增长得多快，∂C/∂B。</translation>
    </message>
    <message>
        <source>When a step is taken, its forward and backward pass run along the lines as a short glow.</source>
        <translation>走一步时，它的前向和反向传播沿连线闪过一道微光。</translation>
    </message>
    <message>
        <source>When the window gets another size, the whole network is fitted into it, and your zoom is lost.</source>
        <translation>窗口改变大小时，整个网络缩放到适合它，你的缩放就没有了。</translation>
    </message>
    <message>
        <source>Where the scale is fixed: a line of this value or more has full colour.</source>
        <translation>比例固定在哪里：达到或超过这个值的连线颜色最浓。</translation>
    </message>
    <message>
        <source>W−W′ since step</source>
        <translation>W−W′ 与第几步相比</translation>
    </message>
    <message>
        <source>all circles</source>
        <translation>全部的圆</translation>
    </message>
    <message>
        <source>below {percent} % of full colour</source>
        <translation>低于最浓的 {percent} %</translation>
    </message>
    <message>
        <source>first and last</source>
        <translation>最前和最后</translation>
    </message>
    <message>
        <source>fixed at</source>
        <translation>固定为</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>折成几列</translation>
    </message>
    <message>
        <source>its first and last eight</source>
        <translation>最前和最后八个</translation>
    </message>
    <message>
        <source>its image</source>
        <translation>它的图像</translation>
    </message>
    <message>
        <source>none is hidden</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>one for all layers</source>
        <translation>所有层共用</translation>
    </message>
    <message>
        <source>per layer</source>
        <translation>每层各自</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Fit</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Fit (F)</source>
        <translation>显示全部 (F)</translation>
    </message>
    <message>
        <source>How the network is drawn</source>
        <translation>网络怎么画</translation>
    </message>
    <message>
        <source>Keeps this picture of the network: in a file or on the clipboard.</source>
        <translation>把网络的这幅图留下来：存进文件或放到剪贴板。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Picture …</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>Shows the whole network again, without zoom.</source>
        <translation>重新显示整个网络，不放大。</translation>
    </message>
</context>
<context>
    <name>OrderRow</name>
    <message>
        <source>Draw another order</source>
        <translation>换一种顺序</translation>
    </message>
    <message>
        <source>The run&apos;s own</source>
        <translation>训练自己的顺序</translation>
    </message>
    <message>
        <source>Use the examples in another random order, in what is left of the epoch too.</source>
        <translation>换一种随机顺序使用样本，本轮剩下的部分也一样。</translation>
    </message>
    <message>
        <source>Use the order that the run&apos;s seed decides.</source>
        <translation>使用由训练的种子决定的顺序。</translation>
    </message>
    <message>
        <source>another one, number {number}</source>
        <translation>另一种，第 {number} 号</translation>
    </message>
    <message>
        <source>the run&apos;s own</source>
        <translation>训练自己的</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>Outgoing weights</source>
        <translation>向外的权重</translation>
    </message>
    <message>
        <source>To each neuron of layer {layer} goes {a} = {value}, times the weight {W} between them.</source>
        <translation>传给第 {layer} 层每个神经元的是 {a} = {value}，乘以两者之间的权重 {W}。</translation>
    </message>
    <message>
        <source>and {count} more, none with a larger {W}</source>
        <translation>还有 {count} 个，其 {W} 都不更大</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>OutgoingModel</name>
    <message>
        <source>How much C of the next mini-batch rises with W.</source>
        <translation>下一个小批量的 C 随 W 上升得多快。</translation>
    </message>
    <message>
        <source>The activation of this neuron.</source>
        <translation>这个神经元的激活值。</translation>
    </message>
    <message>
        <source>The neuron of the next layer.</source>
        <translation>下一层的神经元。</translation>
    </message>
    <message>
        <source>The weight of the connection to there.</source>
        <translation>通向那里的连接的权重。</translation>
    </message>
    <message>
        <source>What this neuron adds to the S of that neuron.</source>
        <translation>这个神经元给那个神经元的 S 加上多少。</translation>
    </message>
    <message>
        <source>W·a: {positive} raises the S of that neuron, {negative} lowers it.</source>
        <translation>W·a：{positive}使那个神经元的 S 变大，{negative}使它变小。</translation>
    </message>
</context>
<context>
    <name>OutputBars</name>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>a of each output: the largest is what the drawing is read as.</source>
        <translation>每个输出的 a：最大的那个就是网络把这幅图认作的数字。</translation>
    </message>
    <message>
        <source>{name}: {a}</source>
        <translation>{name}：{a}</translation>
    </message>
</context>
<context>
    <name>OverData</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Fires it least</source>
        <translation>最不使它激活的</translation>
    </message>
    <message>
        <source>Fires it most</source>
        <translation>最能激活它的</translation>
    </message>
    <message>
        <source>How a is spread over {count} of {total} test examples.</source>
        <translation>{total} 个测试样本中 {count} 个的 a 怎样分布。</translation>
    </message>
    <message>
        <source>How a is spread over {count} test examples.</source>
        <translation>{count} 个测试样本的 a 怎样分布。</translation>
    </message>
    <message>
        <source>It fires for every class.</source>
        <translation>它对每个类别都激活。</translation>
    </message>
    <message>
        <source>It fires for {up} and stays silent for all others.</source>
        <translation>它对 {up} 激活，对其余的全都沉默。</translation>
    </message>
    <message>
        <source>It fires for {up} and stays silent for {down}.</source>
        <translation>它对 {up} 激活，对 {down} 沉默。</translation>
    </message>
    <message>
        <source>It fires for {up}.</source>
        <translation>它对 {up} 激活。</translation>
    </message>
    <message>
        <source>It stays silent for every class.</source>
        <translation>它对每个类别都沉默。</translation>
    </message>
    <message>
        <source>It stays silent for {down}.</source>
        <translation>它对 {down} 沉默。</translation>
    </message>
    <message>
        <source>Its a is above 0 for every class.</source>
        <translation>它的 a 对每个类别都大于 0。</translation>
    </message>
    <message>
        <source>Its a is above 0 for {up} and below 0 for all others.</source>
        <translation>它的 a 对 {up} 大于 0，对其余的全都小于 0。</translation>
    </message>
    <message>
        <source>Its a is above 0 for {up} and below 0 for {down}.</source>
        <translation>它的 a 对 {up} 大于 0，对 {down} 小于 0。</translation>
    </message>
    <message>
        <source>Its a is above 0 for {up}.</source>
        <translation>它的 a 对 {up} 大于 0。</translation>
    </message>
    <message>
        <source>Its a is below 0 for every class.</source>
        <translation>它的 a 对每个类别都小于 0。</translation>
    </message>
    <message>
        <source>Its a is below 0 for {down}.</source>
        <translation>它的 a 对 {down} 小于 0。</translation>
    </message>
    <message>
        <source>Said of a class where at least 80 % of its examples agree. Firing: a is in the upper 30 % of the range shown; silent: in the lower 30 %.</source>
        <translation>说的是至少 80 % 的样本一致的类别。激活：a 在所示范围的上面 30 %；沉默：在下面 30 %。</translation>
    </message>
    <message>
        <source>The a of this neuron on every test example, from the least to the greatest a. A very large network is shown only some of them, evenly spaced.</source>
        <translation>这个神经元对每个测试样本的 a，从最小的 a 到最大的 a。网络很大时只取其中均匀间隔的一部分。</translation>
    </message>
    <message>
        <source>The a of this neuron on every test example, sorted by what it truly is: one row a class, from the least to the greatest a. A very large network is shown only some of them, evenly spaced.</source>
        <translation>这个神经元对每个测试样本的 a，按样本的真实类别分开：一行一个类别，从最小的 a 到最大的 a。网络很大时只取其中均匀间隔的一部分。</translation>
    </message>
    <message>
        <source>The test examples are being gone through.</source>
        <translation>正在逐一看测试样本。</translation>
    </message>
    <message>
        <source>The test examples with the largest a, each with its number and its a. Of equal ones, the first come first.</source>
        <translation>a 最大的测试样本，各附编号和 a。a 相同的，先来的在前。</translation>
    </message>
    <message>
        <source>The test examples with the largest a, each with what it truly is and its a. Of equal ones, the first come first.</source>
        <translation>a 最大的测试样本，各附真实类别和 a。a 相同的，先来的在前。</translation>
    </message>
    <message>
        <source>The test examples with the smallest a, each with its number and its a. Of equal ones, the first come first.</source>
        <translation>a 最小的测试样本，各附编号和 a。a 相同的，先来的在前。</translation>
    </message>
    <message>
        <source>The test examples with the smallest a, each with what it truly is and its a. Of equal ones, the first come first.</source>
        <translation>a 最小的测试样本，各附真实类别和 a。a 相同的，先来的在前。</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} 和 {last}</translation>
    </message>
</context>
<context>
    <name>OverTime</name>
    <message>
        <source>A point at every step.</source>
        <translation>每一步一个点。</translation>
    </message>
    <message>
        <source>A point every {spacing} steps, at the step you see and at the newest.</source>
        <translation>每 {spacing} 步一个点，另有你看到的和最新的那一步。</translation>
    </message>
    <message>
        <source>Every point is exactly what the run has at that step; between two points the line only joins them. The vertical line is the step you see; what came after it is paler.</source>
        <translation>每个点都恰好是训练在那一步的值；两点之间的线只是把它们连起来。竖线是你看到的那一步；其后的颜色较淡。</translation>
    </message>
    <message>
        <source>The steps taken are being gone through.</source>
        <translation>正在逐一回看走过的步。</translation>
    </message>
</context>
<context>
    <name>OverTimePages</name>
    <message>
        <source>A column for each step that was looked at: W upwards, the more of the layer’s weights in a bin, the stronger the colour. ↑ and ↓ move from bin to bin.</source>
        <translation>看过的每一步一列：W 向上，这一层的权重落在一格里的越多，颜色越浓。↑ 和 ↓ 在格之间移动。</translation>
    </message>
    <message>
        <source>A column for each step that was looked at: a upwards, the more of the activations of all neurons of the layer for all examples in a bin, the stronger the colour. ↑ and ↓ move from bin to bin.</source>
        <translation>看过的每一步一列：a 向上，这一层所有神经元对所有样本的激活值落在一格里的越多，颜色越浓。↑ 和 ↓ 在格之间移动。</translation>
    </message>
    <message>
        <source>A neuron is dead where σ′(S) is at most a millionth of σ’s steepest slope on every example, as of a ReLU that never fires. The pale lines only join the points.</source>
        <translation>如果在每个样本上 σ′(S) 至多是 σ 最陡斜率的百万分之一，神经元就是死的，例如从不激活的 ReLU。淡线只是把点连起来。</translation>
    </message>
    <message>
        <source>A neuron is saturated where σ′(S) is below 1 % of σ’s steepest slope on at least 90 % of the examples, and it is not dead. The pale lines only join the points.</source>
        <translation>如果在至少 90 % 的样本上 σ′(S) 小于 σ 最陡斜率的 1 %，而且没有死，神经元就饱和了。淡线只是把点连起来。</translation>
    </message>
    <message>
        <source>How W is spread</source>
        <translation>W 怎样分布</translation>
    </message>
    <message>
        <source>How a is spread</source>
        <translation>a 怎样分布</translation>
    </message>
    <message>
        <source>Share of dead neurons</source>
        <translation>死的神经元的比例</translation>
    </message>
    <message>
        <source>Share of saturated neurons</source>
        <translation>饱和的神经元的比例</translation>
    </message>
    <message>
        <source>The length of the gradient: the root of the sum of (∂C/∂B)² over all biases of the layer, for the mini-batch of the next step. The axis is logarithmic, and ○ at its lower end is 0. The pale lines only join the points.</source>
        <translation>梯度的长度：对下一步的小批量，这一层所有偏置的 (∂C/∂B)² 之和的平方根。坐标轴是对数的，下端的 ○ 表示 0。淡线只是把点连起来。</translation>
    </message>
    <message>
        <source>The length of the gradient: the root of the sum of (∂C/∂W)² over all weights of the layer, for the mini-batch of the next step. The axis is logarithmic, and ○ at its lower end is 0. The pale lines only join the points.</source>
        <translation>梯度的长度：对下一步的小批量，这一层所有权重的 (∂C/∂W)² 之和的平方根。坐标轴是对数的，下端的 ○ 表示 0。淡线只是把点连起来。</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>死的</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>‖∂C/∂B‖ of each layer</source>
        <translation>每一层的 ‖∂C/∂B‖</translation>
    </message>
    <message>
        <source>‖∂C/∂W‖ of each layer</source>
        <translation>每一层的 ‖∂C/∂W‖</translation>
    </message>
</context>
<context>
    <name>OverTimeWindow</name>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Everything asked for was looked at.</source>
        <translation>要看的都看过了。</translation>
    </message>
    <message>
        <source>Go on looking at steps that are not known yet.</source>
        <translation>接着看还不知道的步。</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>How W is spread in each layer.</source>
        <translation>每一层的 W 怎样分布。</translation>
    </message>
    <message>
        <source>How a is spread in each layer.</source>
        <translation>每一层的 a 怎样分布。</translation>
    </message>
    <message>
        <source>How long the gradient is, layer by layer.</source>
        <translation>逐层来看，梯度有多长。</translation>
    </message>
    <message>
        <source>How much was looked at</source>
        <translation>看了多少</translation>
    </message>
    <message>
        <source>Look at no more steps; what is known stays.</source>
        <translation>不再看更多的步；已知的留着。</translation>
    </message>
    <message>
        <source>Look on</source>
        <translation>接着看</translation>
    </message>
    <message>
        <source>Looking back: {share}</source>
        <translation>正在回看：{share}</translation>
    </message>
    <message>
        <source>Over the run</source>
        <translation>训练过程中</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped: steps that are taken from now on are not looked at.</source>
        <translation>已停止：此后走的步不再看。</translation>
    </message>
    <message>
        <source>The run is gone back to beside training, which goes on meanwhile.</source>
        <translation>在训练之外另行回看这次训练，训练同时照常进行。</translation>
    </message>
    <message>
        <source>The steps taken are being gone through.</source>
        <translation>正在逐一回看走过的步。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What was looked at: every point is exactly what was true at its step.</source>
        <translation>看了什么：每个点都恰好是那一步的真实情况。</translation>
    </message>
    <message>
        <source>Which share of each layer’s neurons has nearly stopped learning.</source>
        <translation>每一层有多大比例的神经元几乎不再学习。</translation>
    </message>
    <message>
        <source>{n} of {all} networks were looked at so far, over training examples that are chosen evenly; what lies between two of them is not known. ▼ marks the present step.</source>
        <translation>到现在看了 {all} 个网络中的 {n} 个，用的是均匀选出的训练样本；两个之间的情况不知道。▼ 标出现在的步。</translation>
    </message>
    <message>
        <source>{n} of {all} networks were looked at, each with the mini-batch of its next step; what lies between two of them is not known. ▼ marks the present step.</source>
        <translation>看了 {all} 个网络中的 {n} 个，各用它下一步的小批量；两个之间的情况不知道。▼ 标出现在的步。</translation>
    </message>
    <message>
        <source>{n} of {all} networks were looked at, from step 0 to the newest; what lies between two of them is not known. ▼ marks the present step.</source>
        <translation>看了 {all} 个网络中的 {n} 个，从第 0 步到最新一步；两个之间的情况不知道。▼ 标出现在的步。</translation>
    </message>
    <message>
        <source>{n} of {all} networks were looked at, over {examples} of the {available} training examples, evenly chosen and always the same; what lies between two of them is not known. ▼ marks the present step.</source>
        <translation>看了 {all} 个网络中的 {n} 个，用的是 {available} 个训练样本中均匀选出、始终相同的 {examples} 个；两个之间的情况不知道。▼ 标出现在的步。</translation>
    </message>
</context>
<context>
    <name>OwnInputs</name>
    <message>
        <source>Blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Noise {seed}</source>
        <translation>噪声 {seed}</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>A drawing can only become a picture of pixels.</source>
        <translation>手写的图只能变成由像素组成的图像。</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>改变它</translation>
    </message>
    <message>
        <source>Change what the network sees, and watch the outputs.</source>
        <translation>改变网络看到的东西，看输出怎么变。</translation>
    </message>
    <message>
        <source>Drawing a digit</source>
        <translation>手写一个数字</translation>
    </message>
    <message>
        <source>How it is prepared</source>
        <translation>怎样预处理</translation>
    </message>
    <message>
        <source>My digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>Nothing that was copied is a picture; copy one, and paste it again.</source>
        <translation>复制的东西里没有图片；请复制一幅，再粘贴一次。</translation>
    </message>
    <message>
        <source>The drawings that you have kept, with what each truly is.</source>
        <translation>你存下的手写图，以及每个实际是什么。</translation>
    </message>
    <message>
        <source>The steps that the data went through; each can be left out.</source>
        <translation>数据经过的各个步骤；每个都可以省去。</translation>
    </message>
    <message>
        <source>This file cannot be read as a picture, or has more than 64 million pixels; drop another, or save it anew.</source>
        <translation>这个文件不能作为图片读取，或超过 6400 万像素；请拖另一个，或重新存一遍。</translation>
    </message>
    <message>
        <source>This network’s input is no picture: there is nothing to draw for it.</source>
        <translation>这个网络的输入不是图像：没有什么可写给它看。</translation>
    </message>
</context>
<context>
    <name>PartMarks</name>
    <message>
        <source>A bar through a circle: the neuron is knocked out, and its a is held.</source>
        <translation>圆上一道横杠：这个神经元被屏蔽，它的 a 固定不变。</translation>
    </message>
    <message>
        <source>A lock: a neuron or a layer is frozen; steps leave its W and B as they are.</source>
        <translation>一把锁：神经元或层被冻结；各步都不改变它的 W 和 B。</translation>
    </message>
    <message>
        <source>Its W and B are frozen: steps leave them as they are.</source>
        <translation>它的 W 和 B 冻结着：各步都不改变它们。</translation>
    </message>
    <message>
        <source>This W is frozen: steps leave it as it is.</source>
        <translation>这个 W 冻结着：各步都不改变它。</translation>
    </message>
</context>
<context>
    <name>PartMenu</name>
    <message>
        <source>An input neuron is the picture itself: it has no W and no B.</source>
        <translation>输入神经元就是图像本身：它没有 W，也没有 B。</translation>
    </message>
    <message>
        <source>Draw its W and B anew</source>
        <translation>给它的 W 和 B 重新随机取值</translation>
    </message>
    <message>
        <source>Every neuron&apos;s a is σ of its S again.</source>
        <translation>每个神经元的 a 又是它的 S 的 σ。</translation>
    </message>
    <message>
        <source>Freeze all of layer {layer}</source>
        <translation>冻结整个第 {layer} 层</translation>
    </message>
    <message>
        <source>Freeze it</source>
        <translation>冻结它</translation>
    </message>
    <message>
        <source>Freeze nothing any more</source>
        <translation>全部解冻</translation>
    </message>
    <message>
        <source>Give it fresh start values, as the network&apos;s first ones were drawn.</source>
        <translation>给它新的初始值，取法和网络最初的一样。</translation>
    </message>
    <message>
        <source>Its a is held at 0, whatever its S: what does the network do without it?</source>
        <translation>不论 S 是多少，它的 a 都固定为 0：没有它，网络会怎样？</translation>
    </message>
    <message>
        <source>Knock it out</source>
        <translation>屏蔽它</translation>
    </message>
    <message>
        <source>Learning leaves every B of this layer and every W that leads to it alone.</source>
        <translation>学习不动这一层的每个 B 和通向它的每个 W。</translation>
    </message>
    <message>
        <source>Learning leaves its B and its incoming W alone from here on.</source>
        <translation>从这里起，学习不动它的 B 和传入的 W。</translation>
    </message>
    <message>
        <source>Learning leaves this weight alone from here on.</source>
        <translation>从这里起，学习不动这个权重。</translation>
    </message>
    <message>
        <source>Learning moves every W and B again.</source>
        <translation>学习又可以移动每个 W 和 B。</translation>
    </message>
    <message>
        <source>Let all neurons fire again</source>
        <translation>让所有神经元重新工作</translation>
    </message>
    <message>
        <source>Neuron {index} of layer {layer}</source>
        <translation>第 {layer} 层的神经元 {index}</translation>
    </message>
    <message>
        <source>Nothing flows through the connection then, until learning moves its W.</source>
        <translation>这样连接里什么也不流过，直到学习移动它的 W。</translation>
    </message>
    <message>
        <source>Select a neuron or a connection first, or point at it.</source>
        <translation>请先选中一个神经元或连接，或把指针指向它。</translation>
    </message>
    <message>
        <source>Set it to 0</source>
        <translation>把它设为 0</translation>
    </message>
    <message>
        <source>W from neuron {origin} to neuron {to} of layer {layer}</source>
        <translation>从神经元 {origin} 到第 {layer} 层神经元 {to} 的 W</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>A set-up is one line that begins with nnv1: and tells of a run: its data, its network, how it learns, its step, and what is selected.</source>
        <translation>设定是以 nnv1: 开头的一行字，说明一次训练：数据、网络、怎样学习、走到第几步，以及选中了什么。</translation>
    </message>
    <message>
        <source>Begin a new run with it and train it to the step; this run is put aside.</source>
        <translation>用它开始新的训练，并训练到那一步；现在这次训练先搁置。</translation>
    </message>
    <message>
        <source>Begin this run</source>
        <translation>开始这次训练</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close; nothing changes.</source>
        <translation>关闭；什么都不变。</translation>
    </message>
    <message>
        <source>Paste a set-up</source>
        <translation>粘贴设定</translation>
    </message>
    <message>
        <source>Paste the line here; line breaks in it do no harm.</source>
        <translation>把那一行粘贴在这里；中间有换行也没关系。</translation>
    </message>
    <message>
        <source>Text of the set-up</source>
        <translation>设定的文字</translation>
    </message>
    <message>
        <source>What the text tells of, or what is wrong with it.</source>
        <translation>这段文字说的是什么，或哪里不对。</translation>
    </message>
    <message>
        <source>usual layers</source>
        <translation>通常的层</translation>
    </message>
    <message>
        <source>{data} with {layers}, σ {sigma}, η {rate}, mini-batches of {batch}, seed {seed}, trained for {step} steps.</source>
        <translation>{data}，{layers}，σ {sigma}，η {rate}，小批量 {batch}，种子 {seed}，训练了 {step} 步。</translation>
    </message>
    <message>
        <source>“Copy set-up” in the menu makes such a line of the shown run.</source>
        <translation>菜单里的“复制设定”把当前的训练写成这样的一行。</translation>
    </message>
</context>
<context>
    <name>PathPage</name>
    <message>
        <source>A folder of IDX files such as MNIST&apos;s, or of pictures, one folder a class.</source>
        <translation>像 MNIST 那样的 IDX 文件的文件夹，或每个类别一个子文件夹的图片文件夹。</translation>
    </message>
    <message>
        <source>A table (.csv, .tsv), a .npz file, an IDX file, or a sheet of your digits.</source>
        <translation>一个表格（.csv、.tsv）、一个 .npz 文件、一个 IDX 文件，或一页你写的数字。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a file with examples</source>
        <translation>选择存有样本的文件</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a folder with examples</source>
        <translation>选择存有样本的文件夹</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Files with examples (*.csv *.tsv *.txt *.npz *.gz *ubyte)</source>
        <translation>样本文件 (*.csv *.tsv *.txt *.npz *.gz *ubyte)</translation>
    </message>
</context>
<context>
    <name>PhaseCosts</name>
    <message>
        <source>mean {C} = Σ {C} / {count} = {over} {sign} {mean}</source>
        <translation>平均 {C} = Σ {C} / {count} = {over} {sign} {mean}</translation>
    </message>
    <message>
        <source>{C}, the sum of these {count} terms {sign} {total}</source>
        <translation>{C}，这 {count} 项之和 {sign} {total}</translation>
    </message>
    <message>
        <source>{sum} (the other {count})</source>
        <translation>{sum}（其余 {count} 项）</translation>
    </message>
</context>
<context>
    <name>PhaseFormulas</name>
    <message>
        <source>This weight is frozen, and the step leaves it alone.</source>
        <translation>这个权重冻结着，这一步不动它。</translation>
    </message>
    <message>
        <source>actual {change} = {numbers}</source>
        <translation>实际的 {change} = {numbers}</translation>
    </message>
    <message>
        <source>mean {S} = Σ {W} · mean {a} + {B} = {numbers}</source>
        <translation>平均 {S} = Σ {W} · 平均 {a} + {B} = {numbers}</translation>
    </message>
    <message>
        <source>mean {S} = Σ {W} · mean {a} = {numbers}</source>
        <translation>平均 {S} = Σ {W} · 平均 {a} = {numbers}</translation>
    </message>
    <message>
        <source>mean {a} = {value}, the mean of the {a} of {count} examples</source>
        <translation>平均 {a} = {value}，即 {count} 个样本的 {a} 的平均</translation>
    </message>
    <message>
        <source>mean {delta} = Σ {delta} / {count} = {numbers}</source>
        <translation>平均 {delta} = Σ {delta} / {count} = {numbers}</translation>
    </message>
    <message>
        <source>predicted {change} = {formula} = {numbers}</source>
        <translation>预测的 {change} = {formula} = {numbers}</translation>
    </message>
    <message>
        <source>predicted {change} = Σ {slope} · {move} over all {W} and {B} = {value}</source>
        <translation>预测的 {change} = 对所有 {W} 和 {B} 求 Σ {slope} · {move} = {value}</translation>
    </message>
    <message>
        <source>{W} is now {numbers}</source>
        <translation>{W} 现在是 {numbers}</translation>
    </message>
    <message>
        <source>{delta} = 0: while {a} is held, {C} does not depend on {S}.</source>
        <translation>{delta} = 0：{a} 固定时，{C} 与 {S} 无关。</translation>
    </message>
    <message>
        <source>{delta} = {slope} = {value}: with softmax it depends on every output.</source>
        <translation>{delta} = {slope} = {value}：有 softmax 时它与每个输出都有关。</translation>
    </message>
    <message>
        <source>{sigma} of the mean {S} is {numbers}, which is not the mean of {sigma}({S})</source>
        <translation>平均 {S} 的 {sigma} 是 {numbers}，并不是 {sigma}({S}) 的平均</translation>
    </message>
    <message>
        <source>{slope} = Σ {W}·{delta} over layer {layer} = {value}</source>
        <translation>{slope} = 对第 {layer} 层求 Σ {W}·{delta} = {value}</translation>
    </message>
</context>
<context>
    <name>PhaseLooks</name>
    <message>
        <source>Digit {number} of {count} in this step: a {label}</source>
        <translation>这一步 {count} 个数字中的第 {number} 个：{label}</translation>
    </message>
    <message>
        <source>Example {number} of {count} in this step</source>
        <translation>这一步 {count} 个样本中的第 {number} 个</translation>
    </message>
    <message>
        <source>Example {number} of {count} in this step: “{label}”</source>
        <translation>这一步 {count} 个样本中的第 {number} 个：“{label}”</translation>
    </message>
    <message>
        <source>The mean of {count} digits</source>
        <translation>{count} 个数字的平均</translation>
    </message>
    <message>
        <source>The mean of {count} examples</source>
        <translation>{count} 个样本的平均</translation>
    </message>
    <message>
        <source>W·a is what a connection adds to S of the neuron it leads to.</source>
        <translation>W·a 是一个连接给它通向的神经元的 S 加上的量。</translation>
    </message>
    <message>
        <source>W·a is what a connection adds to S of the neuron it leads to; here a is a mean.</source>
        <translation>W·a 是一个连接给它通向的神经元的 S 加上的量；这里的 a 是平均值。</translation>
    </message>
    <message>
        <source>ΔW is what this step adds to a weight; it is 0 where a weight is frozen.</source>
        <translation>ΔW 是这一步给一个权重加上的量；冻结的权重为 0。</translation>
    </message>
    <message>
        <source>∂C/∂W is how fast the cost of this step&apos;s mini-batch grows with a weight.</source>
        <translation>∂C/∂W 是这一步的小批量的代价随一个权重增长得多快。</translation>
    </message>
    <message>
        <source>∂C/∂W is how fast the followed example&apos;s own cost grows with a weight.</source>
        <translation>∂C/∂W 是所跟随的样本自己的代价随一个权重增长得多快。</translation>
    </message>
</context>
<context>
    <name>PhaseMode</name>
    <message>
        <source>Step phase by phase</source>
        <translation>逐阶段走一步</translation>
    </message>
</context>
<context>
    <name>PhaseNotes</name>
    <message>
        <source>Guess first, below the network: what stands here would give it away.</source>
        <translation>请先在网络下面猜一猜：这里的内容会泄露答案。</translation>
    </message>
    <message>
        <source>The phases show the mean of {count} examples; here, a, S and W·a are those of test example {index}. Click one of the mini-batch to see the same in both.</source>
        <translation>各阶段显示的是 {count} 个样本的平均；这里的 a、S 和 W·a 是测试样本 {index} 的。单击小批量中的一个，两边就看同一个。</translation>
    </message>
    <message>
        <source>The phases show the mean of {count} examples; here, a, S and W·a are those of the input “{name}”. Click one of the mini-batch to see the same in both.</source>
        <translation>各阶段显示的是 {count} 个样本的平均；这里的 a、S 和 W·a 是输入“{name}”的。单击小批量中的一个，两边就看同一个。</translation>
    </message>
    <message>
        <source>The phases show the mean of {count} examples; here, a, S and W·a are those of training example {index}. Click one of the mini-batch to see the same in both.</source>
        <translation>各阶段显示的是 {count} 个样本的平均；这里的 a、S 和 W·a 是训练样本 {index} 的。单击小批量中的一个，两边就看同一个。</translation>
    </message>
</context>
<context>
    <name>PhaseStrip</name>
    <message>
        <source>Go to the phase “{title}” of this step.</source>
        <translation>到这一步的“{title}”阶段。</translation>
    </message>
    <message>
        <source>Take the step, and show what came of it.</source>
        <translation>走这一步，并显示结果。</translation>
    </message>
</context>
<context>
    <name>PhaseWords</name>
    <message>
        <source>All weights and biases are frozen, so none has moved, and C of this mini-batch is what it was.</source>
        <translation>所有权重和偏置都冻结着，所以什么也没动，这个小批量的 C 和之前一样。</translation>
    </message>
    <message>
        <source>All weights and biases are frozen, so the step will move none.</source>
        <translation>所有权重和偏置都冻结着，所以这一步什么也不动。</translation>
    </message>
    <message>
        <source>Backward through layer {layer}</source>
        <translation>反向穿过第 {layer} 层</translation>
    </message>
    <message>
        <source>Backward {layer}</source>
        <translation>反向 {layer}</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Each example&apos;s output is compared with its target t, a number to come near to. The cost of the mini-batch is the mean over its {count} examples.</source>
        <translation>每个样本的输出与它的目标 t 比较，t 是要接近的数。小批量的代价是它的 {count} 个样本的平均。</translation>
    </message>
    <message>
        <source>Each example&apos;s output is compared with t, the number of the true class: 1 or 0. The cost of the mini-batch is the mean over its {count} examples.</source>
        <translation>每个样本的输出与 t 比较，t 是真实类别的编号：1 或 0。小批量的代价是它的 {count} 个样本的平均。</translation>
    </message>
    <message>
        <source>Each example&apos;s outputs are compared with t: 1 for the true class, else 0. The cost of the mini-batch is the mean over its {count} examples.</source>
        <translation>每个样本的输出与 t 比较：真实类别为 1，其余为 0。小批量的代价是它的 {count} 个样本的平均。</translation>
    </message>
    <message>
        <source>Every neuron adds up what comes in, W·a, and its bias, and passes the sum S through σ. Shown are means over {count} examples; σ is curved, so σ of the mean S is not the mean a.</source>
        <translation>每个神经元把传来的 W·a 和自己的偏置加起来，再把和 S 送过 σ。显示的是 {count} 个样本的平均；σ 是弯的，所以平均 S 的 σ 不是平均 a。</translation>
    </message>
    <message>
        <source>Every neuron adds up what comes in, W·a, and its bias, and passes the sum S through σ. The lines are W·a, the circles a.</source>
        <translation>每个神经元把传来的 W·a 和自己的偏置加起来，再把和 S 送过 σ。连线是 W·a，圆是 a。</translation>
    </message>
    <message>
        <source>Every weight goes against its slope: by −η times ∂C/∂W, the mean over {count} examples.</source>
        <translation>每个权重都逆着自己的斜率走：移动 −η 乘以 ∂C/∂W（{count} 个样本的平均）。</translation>
    </message>
    <message>
        <source>Every weight has moved. The prediction of ΔC takes its slope as unchanging; the slope did change on the way, so the actual ΔC is another.</source>
        <translation>每个权重都移动了。预测 ΔC 时当斜率不变；而斜率在路上其实变了，所以实际的 ΔC 不同。</translation>
    </message>
    <message>
        <source>Every weight moves by what the optimiser makes of ∂C/∂W, the mean over {count} examples.</source>
        <translation>每个权重移动多少，由优化器根据 ∂C/∂W（{count} 个样本的平均）决定。</translation>
    </message>
    <message>
        <source>Every weight that is not frozen goes against its slope: by −η times ∂C/∂W, the mean over {count} examples.</source>
        <translation>每个没有冻结的权重都逆着自己的斜率走：移动 −η 乘以 ∂C/∂W（{count} 个样本的平均）。</translation>
    </message>
    <message>
        <source>Every weight that is not frozen has moved. The prediction of ΔC takes its slope as unchanging; the slope did change on the way, so the actual ΔC is another.</source>
        <translation>每个没有冻结的权重都移动了。预测 ΔC 时当斜率不变；而斜率在路上其实变了，所以实际的 ΔC 不同。</translation>
    </message>
    <message>
        <source>Every weight that is not frozen moves by what the optimiser makes of ∂C/∂W, the mean over {count} examples.</source>
        <translation>每个没有冻结的权重移动多少，由优化器根据 ∂C/∂W（{count} 个样本的平均）决定。</translation>
    </message>
    <message>
        <source>Forward through layer {layer}</source>
        <translation>前向穿过第 {layer} 层</translation>
    </message>
    <message>
        <source>Forward {layer}</source>
        <translation>前向 {layer}</translation>
    </message>
    <message>
        <source>How wrong it is</source>
        <translation>错了多少</translation>
    </message>
    <message>
        <source>Input: row {row}, column {column}, a = {a}</source>
        <translation>输入：第 {row} 行第 {column} 列，a = {a}</translation>
    </message>
    <message>
        <source>Input: row {row}, column {column}: no example is shown yet.</source>
        <translation>输入：第 {row} 行第 {column} 列：还没有显示样本。</translation>
    </message>
    <message>
        <source>Layer {layer}, neuron {index}: a = {a}</source>
        <translation>第 {layer} 层，神经元 {index}：a = {a}</translation>
    </message>
    <message>
        <source>Layer {layer}, neuron {index}: a = {a}
{symbol} = {value}</source>
        <translation>第 {layer} 层，神经元 {index}：a = {a}
{symbol} = {value}</translation>
    </message>
    <message>
        <source>Layer {layer}, neuron {index}: a is not computed yet.</source>
        <translation>第 {layer} 层，神经元 {index}：a 还没有算出。</translation>
    </message>
    <message>
        <source>Layer {layer}, neuron {index}: a is not computed yet.
{symbol} = {value}</source>
        <translation>第 {layer} 层，神经元 {index}：a 还没有算出。
{symbol} = {value}</translation>
    </message>
    <message>
        <source>Layer {layer}: from neuron {origin} to neuron {to}
This phase computes nothing of this connection.</source>
        <translation>第 {layer} 层：从神经元 {origin} 到神经元 {to}
这个阶段没有为这个连接计算任何东西。</translation>
    </message>
    <message>
        <source>Layer {layer}: from neuron {origin} to neuron {to}
{symbol} = {value}</source>
        <translation>第 {layer} 层：从神经元 {origin} 到神经元 {to}
{symbol} = {value}</translation>
    </message>
    <message>
        <source>Layer {layer}: from row {row}, column {column} to neuron {to}
This phase computes nothing of this connection.</source>
        <translation>第 {layer} 层：从第 {row} 行第 {column} 列到神经元 {to}
这个阶段没有为这个连接计算任何东西。</translation>
    </message>
    <message>
        <source>Layer {layer}: from row {row}, column {column} to neuron {to}
{symbol} = {value}</source>
        <translation>第 {layer} 层：从第 {row} 行第 {column} 列到神经元 {to}
{symbol} = {value}</translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>Neuron {to} of layer {layer}, which is selected:</source>
        <translation>第 {layer} 层的神经元 {to}，即选中的那个：</translation>
    </message>
    <message>
        <source>Neuron {to} of layer {layer}, whose δ is the largest there:</source>
        <translation>第 {layer} 层的神经元 {to}，它的 δ 在那里最大：</translation>
    </message>
    <message>
        <source>Step {number} is taken</source>
        <translation>第 {number} 步走完了</translation>
    </message>
    <message>
        <source>Step {number}: {count} examples</source>
        <translation>第 {number} 步：{count} 个样本</translation>
    </message>
    <message>
        <source>The output is compared with its target t, a number to come near to. The further off, the larger C.</source>
        <translation>输出与它的目标 t 比较，t 是要接近的数。差得越远，C 越大。</translation>
    </message>
    <message>
        <source>The output is compared with t, the number of the true class: 1 or 0. The further off, the larger C.</source>
        <translation>输出与 t 比较，t 是真实类别的编号：1 或 0。差得越远，C 越大。</translation>
    </message>
    <message>
        <source>The outputs are compared with t: 1 for the true class, else 0. The further off, the larger C.</source>
        <translation>输出与 t 比较：真实类别为 1，其余为 0。差得越远，C 越大。</translation>
    </message>
    <message>
        <source>The rings are δ, how C rises with a neuron&apos;s S. The lines are ∂C/∂W: δ times the a that came in.</source>
        <translation>圆环是 δ，即 C 随神经元的 S 上升得多快。连线是 ∂C/∂W：δ 乘以传来的 a。</translation>
    </message>
    <message>
        <source>The rings are δ, how C rises with a neuron&apos;s S; the lines are ∂C/∂W. Both are means over {count} examples: ∂C/∂W is the mean of δ·a.</source>
        <translation>圆环是 δ，即 C 随神经元的 S 上升得多快；连线是 ∂C/∂W。两者都是 {count} 个样本的平均：∂C/∂W 是 δ·a 的平均。</translation>
    </message>
    <message>
        <source>The selected weight, to neuron {to} of layer {layer} from {origin}:</source>
        <translation>选中的权重，从{origin}到第 {layer} 层的神经元 {to}：</translation>
    </message>
    <message>
        <source>The step is being worked out …</source>
        <translation>正在算这一步…</translation>
    </message>
    <message>
        <source>The step learns from these of {total} training examples; in the network you see their mean. Click an example to follow it alone.</source>
        <translation>这一步从 {total} 个训练样本中的这几个学习；网络中看到的是它们的平均。单击一个样本就单独跟随它。</translation>
    </message>
    <message>
        <source>The step learns from this one of {total} training examples.</source>
        <translation>这一步从 {total} 个训练样本中的这一个学习。</translation>
    </message>
    <message>
        <source>The update to come</source>
        <translation>即将到来的更新</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Weight from the selected {origin} to neuron {to} of layer {layer}, whose δ is the largest there:</source>
        <translation>从选中的{origin}到第 {layer} 层神经元 {to} 的权重，那里 δ 最大：</translation>
    </message>
    <message>
        <source>Weight to neuron {to} of layer {layer} (its δ is the largest there) from {origin} (most flows here):</source>
        <translation>从{origin}（流过的最多）到第 {layer} 层神经元 {to}（它的 δ 在该层最大）的权重：</translation>
    </message>
    <message>
        <source>Weight to the selected neuron {to} of layer {layer} from {origin}, through which most flows:</source>
        <translation>从{origin}到选中的第 {layer} 层神经元 {to} 的权重，流过的最多：</translation>
    </message>
    <message>
        <source>You follow example {number} of {count}. The step learns from all of them; click it again for their mean.</source>
        <translation>你跟随的是 {count} 个样本中的第 {number} 个。这一步从全部样本学习；再单击它就看平均。</translation>
    </message>
    <message>
        <source>You said it falls. No, it hardly moves: by {signed}.</source>
        <translation>你说它变小。不，它几乎不动：只变了 {signed}。</translation>
    </message>
    <message>
        <source>You said it falls. No, it rises by {size}.</source>
        <translation>你说它变小。不，它变大 {size}。</translation>
    </message>
    <message>
        <source>You said it falls. Right: by {size}.</source>
        <translation>你说它变小。对：变小 {size}。</translation>
    </message>
    <message>
        <source>You said it hardly moves. No, it falls by {size}.</source>
        <translation>你说它几乎不动。不，它变小 {size}。</translation>
    </message>
    <message>
        <source>You said it hardly moves. No, it rises by {size}.</source>
        <translation>你说它几乎不动。不，它变大 {size}。</translation>
    </message>
    <message>
        <source>You said it hardly moves. Right: by {signed}.</source>
        <translation>你说它几乎不动。对：只变了 {signed}。</translation>
    </message>
    <message>
        <source>You said it rises. No, it falls by {size}.</source>
        <translation>你说它变大。不，它变小 {size}。</translation>
    </message>
    <message>
        <source>You said it rises. No, it hardly moves: by {signed}.</source>
        <translation>你说它变大。不，它几乎不动：只变了 {signed}。</translation>
    </message>
    <message>
        <source>You said it rises. Right: by {size}.</source>
        <translation>你说它变大。对：变大 {size}。</translation>
    </message>
    <message>
        <source>a = {a}</source>
        <translation>a = {a}</translation>
    </message>
    <message>
        <source>a = {a}, {symbol} = {value}</source>
        <translation>a = {a}，{symbol} = {value}</translation>
    </message>
    <message>
        <source>a is not computed yet</source>
        <translation>a 还没有算出</translation>
    </message>
    <message>
        <source>a is not computed yet, {symbol} = {value}</source>
        <translation>a 还没有算出，{symbol} = {value}</translation>
    </message>
    <message>
        <source>input row {row}, column {column}</source>
        <translation>输入第 {row} 行第 {column} 列</translation>
    </message>
    <message>
        <source>neuron {index}</source>
        <translation>神经元 {index} </translation>
    </message>
    <message>
        <source>{a} of the input layer = ink: 0 is blank paper, 1 is full ink</source>
        <translation>输入层的 {a} = 墨：0 是白纸，1 是全墨</translation>
    </message>
    <message>
        <source>{a} of the input layer = the numbers that the network is told of an example</source>
        <translation>输入层的 {a} = 网络得知的一个样本的各个数</translation>
    </message>
    <message>
        <source>δ comes back through the weights of layer {layer}, times the slope of σ. Rings and lines are means over {count} examples: ∂C/∂W is the mean of δ·a.</source>
        <translation>δ 穿过第 {layer} 层的权重传回来，再乘以 σ 的斜率。圆环和连线是 {count} 个样本的平均：∂C/∂W 是 δ·a 的平均。</translation>
    </message>
    <message>
        <source>δ comes back through the weights of layer {layer}, times the slope of σ. The lines are ∂C/∂W: δ times the a that came in.</source>
        <translation>δ 穿过第 {layer} 层的权重传回来，再乘以 σ 的斜率。连线是 ∂C/∂W：δ 乘以传来的 a。</translation>
    </message>
</context>
<context>
    <name>PhasesPanel</name>
    <message>
        <source>How long a phase lasts in slow motion.</source>
        <translation>慢动作中一个阶段持续多久。</translation>
    </message>
    <message>
        <source>Leave the phases</source>
        <translation>离开各阶段</translation>
    </message>
    <message>
        <source>Leave them. Key: Esc</source>
        <translation>离开它们。按键：Esc</translation>
    </message>
    <message>
        <source>Let the phases follow each other by themselves, at the pace beside this.</source>
        <translation>让各阶段按旁边的节奏自动往下走。</translation>
    </message>
    <message>
        <source>One step, phase by phase</source>
        <translation>逐阶段走一步</translation>
    </message>
    <message>
        <source>Pace of slow motion</source>
        <translation>慢动作的节奏</translation>
    </message>
    <message>
        <source>Say it before you see it: which way does the step move this W?</source>
        <translation>先说再看：这一步会把这个 W 往哪边移？</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>慢动作</translation>
    </message>
    <message>
        <source>The formula of this phase with the numbers of this step; “=” where a calculator gives what is shown, “≈” where rounding shows.</source>
        <translation>这个阶段的公式，代入这一步的数；“=”表示用计算器算得出所显示的数，“≈”表示看得出四舍五入。</translation>
    </message>
    <message>
        <source>What a gradient step does in this phase.</source>
        <translation>一步梯度下降在这个阶段做什么。</translation>
    </message>
    <message>
        <source>What happens in this phase</source>
        <translation>这个阶段发生什么</translation>
    </message>
    <message>
        <source>Which W, or which neuron, the formula is about.</source>
        <translation>公式说的是哪个 W 或哪个神经元。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>PhotoBar</name>
    <message>
        <source>Exchange ink and paper: for chalk on a board, say.</source>
        <translation>墨与纸互换：例如黑板上的粉笔字。</translation>
    </message>
    <message>
        <source>Ink is the brighter part</source>
        <translation>墨是较亮的部分</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>What is darker than this share of the way from paper to the darkest is ink.</source>
        <translation>从纸的颜色到最深处，比这个比例更深的就算墨。</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Neural network visualiser</source>
        <translation>神经网络可视化</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>1×</source>
        <translation>1×</translation>
    </message>
    <message>
        <source>2×</source>
        <translation>2×</translation>
    </message>
    <message>
        <source>4×</source>
        <translation>4×</translation>
    </message>
    <message>
        <source>As it is seen now</source>
        <translation>现在看到的样子</translation>
    </message>
    <message>
        <source>As now</source>
        <translation>和现在一样</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>How many pixels of the image a pixel of that size has on a side.</source>
        <translation>那个尺寸的一个像素，在图像中每边占几个像素。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light is for paper.</source>
        <translation>浅色适合印在纸上。</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <source>Puts it on the clipboard, as an image and as shapes.</source>
        <translation>把它作为图像和图形放到剪贴板。</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>Save PNG …</source>
        <translation>保存 PNG…</translation>
    </message>
    <message>
        <source>Save SVG …</source>
        <translation>保存 SVG…</translation>
    </message>
    <message>
        <source>Save or copy the picture</source>
        <translation>保存或复制图片</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Saves it as an image of pixels.</source>
        <translation>存成由像素组成的图像。</translation>
    </message>
    <message>
        <source>Saves it as shapes and text, which can be enlarged without end.</source>
        <translation>存成图形和文字，可以无限放大。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The image has {width} × {height} pixels.</source>
        <translation>图像有 {width} × {height} 个像素。</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已在剪贴板上。</translation>
    </message>
    <message>
        <source>The picture is saved as {path}.</source>
        <translation>图片已存为 {path}。</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>The whole network, or the part of it that the window shows now.</source>
        <translation>整个网络，或窗口现在显示的那部分。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Width and height of the picture. The smaller it is, the larger the text.</source>
        <translation>图片的宽和高。图越小，文字相对越大。</translation>
    </message>
</context>
<context>
    <name>PicturePreview</name>
    <message>
        <source>What the picture will look like</source>
        <translation>图片将是什么样子</translation>
    </message>
</context>
<context>
    <name>PictureSheet</name>
    <message>
        <source>The first {count} training examples: {names}</source>
        <translation>最前面的 {count} 个训练样本：{names}</translation>
    </message>
    <message>
        <source>Training example {index}: {name}</source>
        <translation>训练样本 {index}：{name}</translation>
    </message>
</context>
<context>
    <name>PinButton</name>
    <message>
        <source>Test example {index}</source>
        <translation>测试样本 {index}</translation>
    </message>
    <message>
        <source>Training example {index}</source>
        <translation>训练样本 {index}</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取下</translation>
    </message>
    <message>
        <source>Unpin it: it stays in view no longer.</source>
        <translation>取下它：它不再一直可见。</translation>
    </message>
    <message>
        <source>a = {a}</source>
        <translation>a = {a}</translation>
    </message>
    <message>
        <source>read as {answer}{mark}</source>
        <translation>认作 {answer}{mark}</translation>
    </message>
    <message>
        <source>truly {label}</source>
        <translation>实为 {label}</translation>
    </message>
    <message>
        <source>truth unknown</source>
        <translation>真实类别未知</translation>
    </message>
    <message>
        <source>{name}, truly {label}: read as {answer}, which is right, a = {a}. Click to show it; Delete unpins it.</source>
        <translation>{name}，实为 {label}：认作 {answer}，认对了，a = {a}。单击显示它；Delete 取下它。</translation>
    </message>
    <message>
        <source>{name}, truly {label}: read as {answer}, which is wrong, a = {a}. Click to show it; Delete unpins it.</source>
        <translation>{name}，实为 {label}：认作 {answer}，认错了，a = {a}。单击显示它；Delete 取下它。</translation>
    </message>
    <message>
        <source>{name}, truth unknown: read as {answer}, a = {a}. Click to show it; Delete unpins it.</source>
        <translation>{name}，真实类别未知：认作 {answer}，a = {a}。单击显示它；Delete 取下它。</translation>
    </message>
    <message>
        <source>{name}. Click to show it; Delete unpins it.</source>
        <translation>{name}。单击显示它；Delete 取下它。</translation>
    </message>
    <message>
        <source>{name}: the output&apos;s a is {a}. Click to show it; Delete unpins it.</source>
        <translation>{name}：输出的 a 是 {a}。单击显示它；Delete 取下它。</translation>
    </message>
</context>
<context>
    <name>Pinning</name>
    <message>
        <source>{most} examples are pinned, and there is room for no more; unpin one of them.</source>
        <translation>已经钉住 {most} 个样本，没有地方再钉了；请先取下一个。</translation>
    </message>
</context>
<context>
    <name>PinsPanel</name>
    <message>
        <source>Pinned examples</source>
        <translation>钉住的样本</translation>
    </message>
</context>
<context>
    <name>PlaneCanvas</name>
    <message>
        <source>At ({alpha}, {beta}), {length} from the ring: C = {cost}</source>
        <translation>在 ({alpha}, {beta})，离圆环 {length}：C = {cost}</translation>
    </message>
    <message>
        <source>C at every point of the plane. The ring is the step that it goes through, and a dot in its colour the step of the path that the run is at. The arrows move from cell to cell; a click on a step of the path, or Enter near one, goes to it. Contours are straight between the points of the grid.</source>
        <translation>平面上每一点的 C。圆环是平面所经过的那一步，同色的圆点是路径上训练现在所在的步。方向键在格之间移动；单击路径上的一步，或在它附近按 Enter，就到那一步。等值线在网格点之间是直的。</translation>
    </message>
    <message>
        <source>C has no colour here: everywhere it is 0, or no number.</source>
        <translation>这里的 C 没有颜色：到处都是 0，或不是数。</translation>
    </message>
    <message>
        <source>Map of C over the plane</source>
        <translation>平面上 C 的图</translation>
    </message>
    <message>
        <source>Step {step} of the path, {distance} away from the plane</source>
        <translation>路径的第 {step} 步，离平面 {distance}</translation>
    </message>
    <message>
        <source>Step {step}, at (0, 0): C = {cost}</source>
        <translation>第 {step} 步，在 (0, 0)：C = {cost}</translation>
    </message>
    <message>
        <source>There is no plane yet.</source>
        <translation>还没有平面。</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
</context>
<context>
    <name>PlaneControls</name>
    <message>
        <source>At how many points C is computed; coarser grids are shown on the way.</source>
        <translation>在多少个点上计算 C；途中先显示较粗的网格。</translation>
    </message>
    <message>
        <source>C is the mean over these examples: those of the next mini-batch, some of the training data, evenly chosen, or all of it, which takes longer.</source>
        <translation>C 是这些样本的平均：下一个小批量的样本，均匀选出的一部分训练数据，或全部训练数据（要久一些）。</translation>
    </message>
    <message>
        <source>C of</source>
        <translation>C 取自</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>等值线</translation>
    </message>
    <message>
        <source>Decides the random directions: the same seed gives the same ones. They are drawn neuron by neuron, as long as each neuron’s W and B.</source>
        <translation>决定随机的方向：种子相同，方向就相同。方向是逐个神经元取的，长度与各神经元的 W 和 B 相同。</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Equal steps of colour are equal factors of C, rather than differences.</source>
        <translation>颜色每差一级，C 差同样的倍数，而不是同样的数值。</translation>
    </message>
    <message>
        <source>Gradient and random</source>
        <translation>梯度和随机</translation>
    </message>
    <message>
        <source>How far the plane reaches: automatically so far that it holds the path’s shadow, and along other directions than the path’s at least the length of all W and B; or a part or a multiple of that, as seen from the ring.</source>
        <translation>平面延伸多远：自动则正好容下路径的投影，沿其他方向至少有全部 W 和 B 的长度；或从圆环看去是它的一部分或几倍。</translation>
    </message>
    <message>
        <source>Lines on which C is a round number.</source>
        <translation>C 取整齐数值的线，如 0.1、0.2。</translation>
    </message>
    <message>
        <source>Logarithmic colours</source>
        <translation>对数颜色</translation>
    </message>
    <message>
        <source>Path travelled</source>
        <translation>走过的路径</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The path’s own</source>
        <translation>路径自己的</translation>
    </message>
    <message>
        <source>Two random</source>
        <translation>两个随机的</translation>
    </message>
    <message>
        <source>Where the run came from, as its shadow on the plane: see below.</source>
        <translation>训练从哪里来，画成它在平面上的投影：见下。</translation>
    </message>
    <message>
        <source>Which two directions span the plane: the first two principal directions of the path travelled (PCA about the present point); the gradient ∇C and a random direction at right angles to it; or two random ones. All are made as long as 1.</source>
        <translation>平面由哪两个方向张成：走过的路径的前两个主方向（以现在的点为中心的 PCA）；梯度 ∇C 和与它垂直的一个随机方向；或两个随机方向。长度都取为 1。</translation>
    </message>
    <message>
        <source>a quarter of that</source>
        <translation>它的四分之一</translation>
    </message>
    <message>
        <source>all training data ({n})</source>
        <translation>全部训练数据（{n}）</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>four times that</source>
        <translation>它的四倍</translation>
    </message>
    <message>
        <source>half of that</source>
        <translation>它的一半</translation>
    </message>
    <message>
        <source>the next mini-batch ({n})</source>
        <translation>下一个小批量（{n}）</translation>
    </message>
    <message>
        <source>twice that</source>
        <translation>它的两倍</translation>
    </message>
    <message>
        <source>{n} of the training data</source>
        <translation>训练数据中的 {n} 个</translation>
    </message>
    <message>
        <source>{n} × {n}</source>
        <translation>{n} × {n}</translation>
    </message>
</context>
<context>
    <name>PlanePage</name>
    <message>
        <source>Decides where the points lie.</source>
        <translation>决定点落在哪里。</translation>
    </message>
    <message>
        <source>How far points stray from where they belong, from 0 to 50.</source>
        <translation>点偏离本来位置多远，从 0 到 50。</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The share of the points that the network learns from; the rest test it.</source>
        <translation>网络从中学习的点所占的比例；其余的用来测试。</translation>
    </message>
    <message>
        <source>To learn from</source>
        <translation>用来学习</translation>
    </message>
    <message>
        <source>What is to be learnt.</source>
        <translation>要学的是什么。</translation>
    </message>
    <message>
        <source>What the network is told of a point: one input for each.</source>
        <translation>关于一个点，告诉网络什么：每样一个输入。</translation>
    </message>
    <message>
        <source>{input} of a point is an input.</source>
        <translation>点的 {input} 是一个输入。</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
</context>
<context>
    <name>PlanePicture</name>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已在剪贴板上。</translation>
    </message>
    <message>
        <source>The picture is saved as {path}.</source>
        <translation>图片已存为 {path}。</translation>
    </message>
</context>
<context>
    <name>PlaneProblems</name>
    <message>
        <source>AND</source>
        <translation>与（AND）</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>或（OR）</translation>
    </message>
    <message>
        <source>Regression on a plane</source>
        <translation>平面上的回归</translation>
    </message>
    <message>
        <source>Two Gaussians</source>
        <translation>两个高斯分布</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>两条螺线</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或（XOR）</translation>
    </message>
</context>
<context>
    <name>PlaneWindow</name>
    <message>
        <source>By Pythagoras: the square of a distance is that within the plane plus that from the plane.</source>
        <translation>按勾股定理：距离的平方等于平面内距离的平方加上离平面距离的平方。</translation>
    </message>
    <message>
        <source>C over a plane</source>
        <translation>平面上的 C</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Compute no further; what is drawn stays.</source>
        <translation>不再计算；已画的留着。</translation>
    </message>
    <message>
        <source>Compute the plane through the step the run is at now.</source>
        <translation>计算经过训练现在所在的步的平面。</translation>
    </message>
    <message>
        <source>Computing: {share}; training goes on.</source>
        <translation>正在计算：{share}；训练照常进行。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>How much of the plane is computed</source>
        <translation>平面算了多少</translation>
    </message>
    <message>
        <source>Put the picture on the clipboard.</source>
        <translation>把图片放到剪贴板。</translation>
    </message>
    <message>
        <source>Save PNG …</source>
        <translation>保存 PNG…</translation>
    </message>
    <message>
        <source>Save the picture, twice as large as it is seen.</source>
        <translation>保存图片，是所见大小的两倍。</translation>
    </message>
    <message>
        <source>The run is at step {step} now; “Compute” draws the plane through that one.</source>
        <translation>训练现在在第 {step} 步；“计算”就画经过那一步的平面。</translation>
    </message>
    <message>
        <source>The run is at this step.</source>
        <translation>训练就在这一步。</translation>
    </message>
    <message>
        <source>What became of the picture.</source>
        <translation>图片怎么样了。</translation>
    </message>
    <message>
        <source>Whether it is being computed, and whether the run is still where it was.</source>
        <translation>是否正在计算，以及训练是否还在原处。</translation>
    </message>
    <message>
        <source>Whose C is drawn, without a penalty.</source>
        <translation>画的是什么的 C，不含惩罚项。</translation>
    </message>
    <message>
        <source>Why there is no plane, or no picture of it.</source>
        <translation>为什么没有平面，或没有它的图片。</translation>
    </message>
</context>
<context>
    <name>PlaneWords</name>
    <message>
        <source>No path yet: no step was taken on the way here.</source>
        <translation>还没有路径：到这里没有走过一步。</translation>
    </message>
    <message>
        <source>The path is drawn as its shadow, from {n} networks: {share} of their squared distances from here (of their variance about it) lie in the plane. The farthest is {farthest} away from it, where C is another one than the map’s.</source>
        <translation>路径画成它的投影，取自 {n} 个网络：它们到这里的距离的平方（相对于这里的方差）有 {share} 在平面内。最远的离平面 {farthest}，那里的 C 与图上的不同。</translation>
    </message>
    <message>
        <source>The path is drawn as its shadow, from {n} networks: {share} of their squared distances from here lie in the plane. The farthest is {farthest} away from it, where C is another one than the map’s.</source>
        <translation>路径画成它的投影，取自 {n} 个网络：它们到这里的距离的平方有 {share} 在平面内。最远的离平面 {farthest}，那里的 C 与图上的不同。</translation>
    </message>
    <message>
        <source>Through the network of step {step}. C is the mean over {n} examples.</source>
        <translation>经过第 {step} 步的网络。C 是 {n} 个样本的平均。</translation>
    </message>
    <message>
        <source>Through the network of step {step}. C is the mean over {n} of {all} training examples, evenly chosen.</source>
        <translation>经过第 {step} 步的网络。C 是 {all} 个训练样本中均匀选出的 {n} 个的平均。</translation>
    </message>
    <message>
        <source>length along a random direction (seed {seed})</source>
        <translation>沿一个随机方向的长度（种子 {seed}）</translation>
    </message>
    <message>
        <source>length along the first principal direction ({share})</source>
        <translation>沿第一主方向的长度（{share}）</translation>
    </message>
    <message>
        <source>length along the second principal direction ({share})</source>
        <translation>沿第二主方向的长度（{share}）</translation>
    </message>
    <message>
        <source>length along ∇C: from the ring to the right, C rises</source>
        <translation>沿 ∇C 的长度：从圆环向右，C 上升</translation>
    </message>
    <message>
        <source>length at right angles to it, random (seed {seed})</source>
        <translation>沿与它垂直的方向的长度，随机（种子 {seed}）</translation>
    </message>
</context>
<context>
    <name>PlotView</name>
    <message>
        <source>% right</source>
        <translation>认对 %</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>C (log)</source>
        <translation>C（对数）</translation>
    </message>
    <message>
        <source>Cost C of {layers} up to step {step}</source>
        <translation>{layers} 到第 {step} 步的代价 C</translation>
    </message>
    <message>
        <source>The cost of every step will be drawn here.</source>
        <translation>每一步的代价将画在这里。</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step, logarithmic (step 0 has no place on such an axis)</source>
        <translation>步，对数（第 0 步在这样的坐标轴上没有位置）</translation>
    </message>
</context>
<context>
    <name>PointSheet</name>
    <message>
        <source>The points</source>
        <translation>这些点</translation>
    </message>
    <message>
        <source>The points, x₁ to the right and x₂ upwards: circles to learn from, squares to test; {positive} where the target t is 1, {negative} where it is 0.</source>
        <translation>这些点，x₁ 向右，x₂ 向上：圆点用来学习，方块用来测试；目标 t 为 1 处是{positive}，为 0 处是{negative}。</translation>
    </message>
    <message>
        <source>x₁</source>
        <translation>x₁</translation>
    </message>
    <message>
        <source>x₂</source>
        <translation>x₂</translation>
    </message>
    <message>
        <source>−{end}</source>
        <translation>−{end}</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Closes this; what you have chosen holds already.</source>
        <translation>关闭它；你所选的已经生效。</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Puts all of this back to what it was at first.</source>
        <translation>把这里的一切放回最初的样子。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复</translation>
    </message>
</context>
<context>
    <name>PreparationView</name>
    <message>
        <source>A pixel is the share of ink within it; else the ink at its middle.</source>
        <translation>一个像素是其中墨所占的比例；否则取它中心的墨。</translation>
    </message>
    <message>
        <source>Centre by mass</source>
        <translation>按重心居中</translation>
    </message>
    <message>
        <source>Count the ink in each pixel</source>
        <translation>数每个像素里的墨</translation>
    </message>
    <message>
        <source>Cut out the ink</source>
        <translation>裁出墨迹</translation>
    </message>
    <message>
        <source>Cut the paper down to the ink: then its place and size do not matter.</source>
        <translation>把纸裁到墨迹大小：这样它的位置和大小就无所谓了。</translation>
    </message>
    <message>
        <source>Even out the strokes</source>
        <translation>笔画匀整</translation>
    </message>
    <message>
        <source>In its place on the data&apos;s paper.</source>
        <translation>放到数据的纸上的位置。</translation>
    </message>
    <message>
        <source>In the size that digits have in the data.</source>
        <translation>和数据中的数字一样大小。</translation>
    </message>
    <message>
        <source>Ink in each block of 4×4, over 16.</source>
        <translation>每个 4×4 方块里的墨，除以 16。</translation>
    </message>
    <message>
        <source>Keep the proportions</source>
        <translation>保持比例</translation>
    </message>
    <message>
        <source>Make strokes thicker or thinner, until they are as those in the data.</source>
        <translation>把笔画变粗或变细，直到和数据中的一样。</translation>
    </message>
    <message>
        <source>Put the centre of mass of the ink in the middle, or else its box.</source>
        <translation>把墨迹的重心放在中间，否则放它的框。</translation>
    </message>
    <message>
        <source>Scale width and height alike; else the ink fills the data&apos;s box.</source>
        <translation>宽和高同样缩放；否则墨迹撑满数据的框。</translation>
    </message>
    <message>
        <source>The box that holds the ink.</source>
        <translation>装下墨迹的框。</translation>
    </message>
    <message>
        <source>What was drawn.</source>
        <translation>写下的东西。</translation>
    </message>
    <message>
        <source>With strokes as thick as the data&apos;s.</source>
        <translation>笔画和数据中的一样粗。</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>cut out</source>
        <translation>裁出</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>写下的</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>strokes</source>
        <translation>笔画</translation>
    </message>
</context>
<context>
    <name>PresentView</name>
    <message>
        <source>C of the mini-batch that the next step will use.</source>
        <translation>下一步要用的小批量的 C。</translation>
    </message>
    <message>
        <source>C, the cost: how wrong the answers are.</source>
        <translation>C，代价：回答错得有多厉害。</translation>
    </message>
    <message>
        <source>Click a neuron or a line, and its numbers stand here. Esc leaves.</source>
        <translation>单击一个神经元或一条线，它的数就显示在这里。按 Esc 离开。</translation>
    </message>
    <message>
        <source>How many gradient steps led here.</source>
        <translation>走到这里用了多少步梯度下降。</translation>
    </message>
    <message>
        <source>Of which examples C is the mean.</source>
        <translation>C 是哪些样本的平均。</translation>
    </message>
    <message>
        <source>Step {step} · epoch {epoch}</source>
        <translation>第 {step} 步 · 第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Test at step {step}: {share} right</source>
        <translation>测试，第 {step} 步：正确 {share}</translation>
    </message>
    <message>
        <source>Test: C {share}</source>
        <translation>测试：C {share}</translation>
    </message>
    <message>
        <source>Test: {share} right</source>
        <translation>测试：正确 {share}</translation>
    </message>
    <message>
        <source>The share of test examples that are read right.</source>
        <translation>认对的测试样本所占的比例。</translation>
    </message>
    <message>
        <source>What can be done here.</source>
        <translation>在这里可以做什么。</translation>
    </message>
    <message>
        <source>What is selected.</source>
        <translation>选中的是什么。</translation>
    </message>
    <message>
        <source>of the next mini-batch</source>
        <translation>下一个小批量的代价</translation>
    </message>
</context>
<context>
    <name>Presented</name>
    <message>
        <source>B, the bias of the neuron.</source>
        <translation>B，这个神经元的偏置。</translation>
    </message>
    <message>
        <source>Input {name} → {to}</source>
        <translation>输入 {name} → {to}</translation>
    </message>
    <message>
        <source>Input: {name}</source>
        <translation>输入：{name}</translation>
    </message>
    <message>
        <source>Neuron {index} of layer {layer}</source>
        <translation>第 {layer} 层的神经元 {index}</translation>
    </message>
    <message>
        <source>Neuron {origin} → {to}</source>
        <translation>神经元 {origin} → {to}</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>什么也没有选中</translation>
    </message>
    <message>
        <source>Of the weights that lead to the neuron, the W with the largest |W|.</source>
        <translation>通向这个神经元的权重中 |W| 最大的 W。</translation>
    </message>
    <message>
        <source>Output {index}</source>
        <translation>输出 {index}</translation>
    </message>
    <message>
        <source>Output {index}, “{name}”</source>
        <translation>输出 {index}，“{name}”</translation>
    </message>
    <message>
        <source>W, the weight of the connection.</source>
        <translation>W，这个连接的权重。</translation>
    </message>
    <message>
        <source>W·a: what the connection adds to S of the neuron it leads to.</source>
        <translation>W·a：这个连接给它通向的神经元的 S 加上的量。</translation>
    </message>
    <message>
        <source>a, the activation.</source>
        <translation>a，激活值。</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>added to S</source>
        <translation>加到 S 上</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>from layer {before} to layer {layer}</source>
        <translation>从第 {before} 层到第 {layer} 层</translation>
    </message>
    <message>
        <source>from {origin}</source>
        <translation>来自{origin}</translation>
    </message>
    <message>
        <source>neuron {index} of layer {layer}</source>
        <translation>第 {layer} 层的神经元 {index}</translation>
    </message>
    <message>
        <source>number {index}</source>
        <translation>第 {index} 个数</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列</translation>
    </message>
    <message>
        <source>strongest W</source>
        <translation>最强的 W</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>PresentedCurve</name>
    <message>
        <source>C of every step&apos;s mini-batch, thin, and the average of the last {n}, bold.</source>
        <translation>每一步的小批量的 C，细线；最近 {n} 步的平均，粗线。</translation>
    </message>
    <message>
        <source>C over the steps</source>
        <translation>各步的 C</translation>
    </message>
    <message>
        <source>bold: average</source>
        <translation>粗线：平均</translation>
    </message>
    <message>
        <source>bold: average of {n}</source>
        <translation>粗线：{n} 步平均</translation>
    </message>
    <message>
        <source>step 0</source>
        <translation>第 0 步</translation>
    </message>
    <message>
        <source>thin: every step · bold: average of {n} steps</source>
        <translation>细线：每一步 · 粗线：{n} 步平均</translation>
    </message>
    <message>
        <source>thin: step · bold: average of {n}</source>
        <translation>细线：每步 · 粗线：{n} 步平均</translation>
    </message>
    <message>
        <source>up to {top}</source>
        <translation>最高 {top}</translation>
    </message>
</context>
<context>
    <name>PresentedNetwork</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Networks that many begin with.</source>
        <translation>许多人从这些网络开始。</translation>
    </message>
    <message>
        <source>What is special about the chosen one.</source>
        <translation>选中的这个有什么特别。</translation>
    </message>
    <message>
        <source>your own choice</source>
        <translation>你自己的选择</translation>
    </message>
</context>
<context>
    <name>ProgramMenu</name>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translation>请按下按键</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message>
        <source>W is the weight of a connection.</source>
        <translation>W 是一个连接的权重。</translation>
    </message>
    <message>
        <source>W: the weights</source>
        <translation>W：权重</translation>
    </message>
    <message>
        <source>W·a is what a connection adds to S of the neuron that it leads to, for the example that is shown.</source>
        <translation>W·a 是对于当前样本，一个连接给它通向的神经元的 S 加上的量。</translation>
    </message>
    <message>
        <source>W·a: what flows now</source>
        <translation>W·a：此刻流过的</translation>
    </message>
    <message>
        <source>W−W′ is how far a weight has moved since the step that was chosen, up or down; it is 0 until one is chosen.</source>
        <translation>W−W′ 是一个权重自选定的那一步以来变大或变小了多少；没有选定之前是 0。</translation>
    </message>
    <message>
        <source>W−W′: the change since a chosen step</source>
        <translation>W−W′：自选定的一步以来的变化</translation>
    </message>
    <message>
        <source>ΔW is what the next step adds to a weight; it is 0 where a weight is frozen.</source>
        <translation>ΔW 是下一步给一个权重加上的量；冻结的权重为 0。</translation>
    </message>
    <message>
        <source>ΔW: the next step&apos;s change</source>
        <translation>ΔW：下一步的变化</translation>
    </message>
    <message>
        <source>∂C/∂W is how fast the cost of the next mini-batch grows with a weight: the next step goes against it.</source>
        <translation>∂C/∂W 是下一个小批量的代价随一个权重增长得多快：下一步朝它的反方向走。</translation>
    </message>
    <message>
        <source>∂C/∂W: the gradient</source>
        <translation>∂C/∂W：梯度</translation>
    </message>
</context>
<context>
    <name>RateNow</name>
    <message>
        <source>η of the next step: the schedule {schedule} makes it of the η that is set, {rate}.</source>
        <translation>下一步的 η：由设定的 η（{rate}）经学习率调度“{schedule}”得出。</translation>
    </message>
    <message>
        <source>→ {rate}</source>
        <translation>→ {rate}</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Empties this list; the files stay where they are.</source>
        <translation>清空这个列表；文件留在原处。</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开的</translation>
    </message>
    <message>
        <source>{name} in {folder}</source>
        <translation>{folder} 中的 {name}</translation>
    </message>
</context>
<context>
    <name>RecipeDialog</name>
    <message>
        <source>A small number that keeps a step finite where the gradient has long been 0.</source>
        <translation>一个很小的数，使一步在梯度长时间为 0 的地方也保持有限。</translation>
    </message>
    <message>
        <source>After how many epochs η is multiplied by the factor, each time.</source>
        <translation>每过多少轮，η 乘一次因子。</translation>
    </message>
    <message>
        <source>Apply from this step on</source>
        <translation>从这一步起应用</translation>
    </message>
    <message>
        <source>Choose what a step does now.</source>
        <translation>选回现在一步所做的。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close, and change nothing more.</source>
        <translation>关闭，不再更改什么。</translation>
    </message>
    <message>
        <source>Decay β₁</source>
        <translation>衰减 β₁</translation>
    </message>
    <message>
        <source>Decay β₂</source>
        <translation>衰减 β₂</translation>
    </message>
    <message>
        <source>Decay ρ</source>
        <translation>衰减 ρ</translation>
    </message>
    <message>
        <source>End</source>
        <translation>末值</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Every step from here on does this: one change of the run, which can be undone.</source>
        <translation>从这里起每一步都这样做：算作训练的一次更改，可以撤销。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>因子</translation>
    </message>
    <message>
        <source>For how many epochs η falls: e / epochs grows from 0 to 1.</source>
        <translation>η 在多少轮中下降：e / 轮数 从 0 增到 1。</translation>
    </message>
    <message>
        <source>How much of its speed v a step keeps: v ← μ v + g, from 0 to below 1.</source>
        <translation>一步保留多少原来的速度 v：v ← μ v + g，从 0 到小于 1。</translation>
    </message>
    <message>
        <source>How much of the average of g a step keeps: m ← β₁ m + (1 − β₁) g, from 0 to below 1.</source>
        <translation>一步保留多少 g 的平均：m ← β₁ m + (1 − β₁) g，从 0 到小于 1。</translation>
    </message>
    <message>
        <source>How much of the average of g² a step keeps: r ← β₂ r + (1 − β₂) g², from 0 to below 1.</source>
        <translation>一步保留多少 g² 的平均：r ← β₂ r + (1 − β₂) g²，从 0 到小于 1。</translation>
    </message>
    <message>
        <source>How much of the average of g² a step keeps: r ← ρ r + (1 − ρ) g², from 0 to below 1.</source>
        <translation>一步保留多少 g² 的平均：r ← ρ r + (1 − ρ) g²，从 0 到小于 1。</translation>
    </message>
    <message>
        <source>It is training: what you apply holds from its next step on.</source>
        <translation>正在训练：应用的内容从下一步起生效。</translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation>动量 μ</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回原样</translation>
    </message>
    <message>
        <source>What a step does</source>
        <translation>一步做什么</translation>
    </message>
    <message>
        <source>What share of η is left at the end, from 0 to 1.</source>
        <translation>最后 η 还剩多大比例，从 0 到 1。</translation>
    </message>
    <message>
        <source>What η is multiplied by, from 0 to 1.</source>
        <translation>η 每次乘以多少，从 0 到 1。</translation>
    </message>
    <message>
        <source>Where what is applied begins to hold.</source>
        <translation>应用的内容从哪里起生效。</translation>
    </message>
    <message>
        <source>Why it was not applied; nothing is changed.</source>
        <translation>为什么没有应用；什么都没有改变。</translation>
    </message>
    <message>
        <source>You are at step {step} of {length}: what you apply starts a new branch.</source>
        <translation>你在第 {step} 步，共 {length} 步：应用之后会开始一个新的分支。</translation>
    </message>
    <message>
        <source>You are at the newest step, {step}: what you apply holds from here on.</source>
        <translation>你在最新一步，第 {step} 步：应用的内容从这里起生效。</translation>
    </message>
    <message>
        <source>{setting}, a setting of {thing}.</source>
        <translation>{setting}，{thing} 的一项设置。</translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>From the gradient g to a step</source>
        <translation>从梯度 g 到一步</translation>
    </message>
    <message>
        <source>How a comes from S in each layer: a = σ(S).</source>
        <translation>每一层怎样由 S 得出 a：a = σ(S)。</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>The order in which an epoch uses the training examples; each comes once.</source>
        <translation>一轮中训练样本使用的顺序；每个用一次。</translation>
    </message>
    <message>
        <source>What becomes of the gradient</source>
        <translation>对梯度做什么</translation>
    </message>
    <message>
        <source>Which examples a mini-batch has</source>
        <translation>小批量里有哪些样本</translation>
    </message>
    <message>
        <source>a = σ(S) of the neurons of layer {layer}.</source>
        <translation>第 {layer} 层神经元的 a = σ(S)。</translation>
    </message>
    <message>
        <source>a = σ(S) of the outputs; the cost of this run needs this σ.</source>
        <translation>输出的 a = σ(S)；这次训练的代价要求这个 σ。</translation>
    </message>
    <message>
        <source>g is ∂C/∂W, for a bias ∂C/∂B, with penalties, and no longer than a limit.</source>
        <translation>g 是 ∂C/∂W，偏置则是 ∂C/∂B，加上惩罚项，长度不超过限度。</translation>
    </message>
    <message>
        <source>η as time goes on</source>
        <translation>η 随时间的变化</translation>
    </message>
    <message>
        <source>σ of each layer</source>
        <translation>每一层的 σ</translation>
    </message>
</context>
<context>
    <name>RecipeWords</name>
    <message>
        <source>Here g is ∂C/∂W + {l1} · sign W + {l2} · W, with an L1 and an L2 penalty, and for a bias ∂C/∂B.</source>
        <translation>这里 g 是 ∂C/∂W + {l1} · sign W + {l2} · W，带 L1 和 L2 惩罚项，偏置则是 ∂C/∂B。</translation>
    </message>
    <message>
        <source>Here g is ∂C/∂W + {l1} · sign W, with an L1 penalty, and for a bias ∂C/∂B.</source>
        <translation>这里 g 是 ∂C/∂W + {l1} · sign W，带 L1 惩罚项，偏置则是 ∂C/∂B。</translation>
    </message>
    <message>
        <source>Here g is ∂C/∂W + {l2} · W, with an L2 penalty, and for a bias ∂C/∂B.</source>
        <translation>这里 g 是 ∂C/∂W + {l2} · W，带 L2 惩罚项，偏置则是 ∂C/∂B。</translation>
    </message>
    <message>
        <source>Here g is ∂C/∂W, and for a bias ∂C/∂B.</source>
        <translation>这里 g 是 ∂C/∂W，偏置则是 ∂C/∂B。</translation>
    </message>
    <message>
        <source>Here η is {rate}.</source>
        <translation>这里 η 是 {rate}。</translation>
    </message>
    <message>
        <source>Its settings: {settings}.</source>
        <translation>它的设置：{settings}。</translation>
    </message>
    <message>
        <source>Layer {layer} is frozen: learning leaves it alone.</source>
        <translation>第 {layer} 层冻结着：学习不动它。</translation>
    </message>
    <message>
        <source>Neuron {neuron} of layer {layer} is frozen: learning leaves it alone.</source>
        <translation>第 {layer} 层的神经元 {neuron} 冻结着：学习不动它。</translation>
    </message>
    <message>
        <source>Neuron {neuron} of layer {layer} is held at a = {value}.</source>
        <translation>第 {layer} 层的神经元 {neuron} 固定在 a = {value}。</translation>
    </message>
    <message>
        <source>The optimiser {name} subtracts {formula}.</source>
        <translation>优化器 {name} 减去 {formula}。</translation>
    </message>
    <message>
        <source>The weight to neuron {neuron} of layer {layer} from neuron {origin} is frozen: learning leaves it alone.</source>
        <translation>从神经元 {origin} 到第 {layer} 层神经元 {neuron} 的权重冻结着：学习不动它。</translation>
    </message>
    <message>
        <source>Where ‖g‖ of the whole network is above {clip}, g is clipped to that length.</source>
        <translation>整个网络的 ‖g‖ 超过 {clip} 时，g 被裁剪到这个长度。</translation>
    </message>
    <message>
        <source>{count} more parts are frozen or held.</source>
        <translation>另有 {count} 个部分被冻结或固定。</translation>
    </message>
    <message>
        <source>{eta} is {now} in the next step: set to {rate}, it follows the schedule {schedule}, {formula}, with {settings}; e is the epochs gone by.</source>
        <translation>{eta} 在下一步是 {now}：它设为 {rate}，按学习率调度“{schedule}”变化，{formula}，{settings}；e 是过去的轮数。</translation>
    </message>
    <message>
        <source>{eta} is {rate} in every step.</source>
        <translation>{eta} 在每一步都是 {rate}。</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>&lt;b&gt;{share}&lt;/b&gt; read right</source>
        <translation>&lt;b&gt;{share}&lt;/b&gt; 认对</translation>
    </message>
    <message>
        <source>A row for each true class, a column for each answer; click a cell to list its examples.</source>
        <translation>每个真实类别一行，每种回答一列；单击一格列出其中的样本。</translation>
    </message>
    <message>
        <source>Accuracy: the share of examples read right. C: the mean cost of an example, without penalties on weights.</source>
        <translation>正确率：认对的样本所占的比例。C：一个样本的平均代价，不含对权重的惩罚项。</translation>
    </message>
    <message>
        <source>The confusion matrix: the stronger a cell, the larger its share of the row.</source>
        <translation>混淆矩阵：一格颜色越深，它在这一行中占的比例越大。</translation>
    </message>
    <message>
        <source>The network is reading the examples.</source>
        <translation>网络正在认这些样本。</translation>
    </message>
    <message>
        <source>With a row for each true class, a column for each answer.</source>
        <translation>每个真实类别一行，每种回答一列。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>mean {C} = {cost}</source>
        <translation>平均 {C} = {cost}</translation>
    </message>
    <message>
        <source>read right</source>
        <translation>认对</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>{right} of {total}</source>
        <translation>{total} 个中的 {right} 个</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Chosen otherwise than what a step does now.</source>
        <translation>选的与现在一步所做的不同。</translation>
    </message>
    <message>
        <source>Why this cannot be used, and what can.</source>
        <translation>为什么这个不能用，什么可以。</translation>
    </message>
</context>
<context>
    <name>RunButton</name>
    <message>
        <source>It runs until {what}. Pause ends that.</source>
        <translation>训练直到{what}。暂停就结束。</translation>
    </message>
    <message>
        <source>Run a number of steps, to the end of the epoch, until something comes true, or start again.</source>
        <translation>走若干步，训练到本轮结束，训练直到某个条件成立，或重新开始。</translation>
    </message>
    <message>
        <source>Run …</source>
        <translation>训练…</translation>
    </message>
    <message>
        <source>Until …</source>
        <translation>直到…</translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message>
        <source>Another machine made this run, and this one computes differently in the last digits: steps that are taken again may differ a little from those saved.</source>
        <translation>这次训练是另一台电脑做的，而这台电脑的最后几位数字算得不同：重走的步可能与保存的稍有出入。</translation>
    </message>
    <message>
        <source>Drop one saved run (*.nnrun) or set-up (*.nnlink) here to open it, or one file of weights (*.safetensors, *.npz) to begin with them, or one file or folder of examples to see what is in it.</source>
        <translation>拖一个保存过的训练 (*.nnrun) 或设定 (*.nnlink) 到这里就打开它；拖一个权重文件 (*.safetensors, *.npz) 就用它开始；拖一个样本文件或文件夹就看里面有什么。</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>回到那一次</translation>
    </message>
    <message>
        <source>Opening {path} …</source>
        <translation>正在打开 {path}…</translation>
    </message>
    <message>
        <source>Saving the run as {path} …</source>
        <translation>正在把训练存为 {path}…</translation>
    </message>
    <message>
        <source>The run before is kept until the next new one begins or the window closes.</source>
        <translation>之前的训练会保留到下一次新的训练开始或窗口关闭为止。</translation>
    </message>
    <message>
        <source>The run is saved as {path}.</source>
        <translation>训练已存为 {path}。</translation>
    </message>
    <message>
        <source>{path} is no longer there; it is taken off the list.</source>
        <translation>{path} 已经不在了；它从列表中去掉了。</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>C of each point of the plane: the mean over the examples, without a penalty. Numbers stand where there are contours.</source>
        <translation>平面上每一点的 C：各样本的平均，不含惩罚项。有等值线的地方写着数。</translation>
    </message>
</context>
<context>
    <name>Scales</name>
    <message>
        <source>one scale for all</source>
        <translation>所有层共用比例</translation>
    </message>
    <message>
        <source>one scale for all, locked</source>
        <translation>所有层共用比例，锁定</translation>
    </message>
    <message>
        <source>scale fixed</source>
        <translation>比例固定</translation>
    </message>
    <message>
        <source>scale per layer</source>
        <translation>每层各自的比例</translation>
    </message>
    <message>
        <source>scale per layer, locked</source>
        <translation>每层各自的比例，锁定</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>C as this weight moves</source>
        <translation>移动这个权重时的 C</translation>
    </message>
    <message>
        <source>C for every value of this W while all other numbers stay; drag the dot.</source>
        <translation>其他数都不变，这个 W 取各个值时的 C；可拖动圆点。</translation>
    </message>
    <message>
        <source>C of the example that is shown: what each output neuron adds, and the sum.</source>
        <translation>当前样本的 C：每个输出神经元加上多少，以及它们的和。</translation>
    </message>
    <message>
        <source>How far the next gradient step moves B and the W that moves most.</source>
        <translation>下一步梯度下降把 B 和移动最多的 W 移动多远。</translation>
    </message>
    <message>
        <source>How far the next gradient step moves this W.</source>
        <translation>下一步梯度下降把这个 W 移动多远。</translation>
    </message>
    <message>
        <source>How long ∇C is in each layer, and how many of its neurons hardly learn.</source>
        <translation>∇C 在每一层有多长，有多少神经元几乎学不到东西。</translation>
    </message>
    <message>
        <source>Layer by layer</source>
        <translation>逐层来看</translation>
    </message>
    <message>
        <source>Over the data</source>
        <translation>在全部数据上</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间的变化</translation>
    </message>
    <message>
        <source>S = Σ W·a + B: what each neuron of the layer before adds to S, and their sum.</source>
        <translation>S = Σ W·a + B：前一层每个神经元给 S 加上多少，以及它们的和。</translation>
    </message>
    <message>
        <source>The chain rule, for one example</source>
        <translation>链式法则，对一个样本</translation>
    </message>
    <message>
        <source>The curve of σ with the point (S, a), and how steep it is there: σ′(S).</source>
        <translation>σ 的曲线，连同点 (S, a)，以及曲线在那里有多陡：σ′(S)。</translation>
    </message>
    <message>
        <source>The layers of the network, how a neuron works out its a, and the data.</source>
        <translation>网络的各层，一个神经元怎样算出它的 a，以及数据。</translation>
    </message>
    <message>
        <source>The next step will change</source>
        <translation>下一步将改变</translation>
    </message>
    <message>
        <source>This W at the steps taken.</source>
        <translation>这个 W 在走过的各步。</translation>
    </message>
    <message>
        <source>This neuron&apos;s a for the example that is shown, and its B, at the steps taken.</source>
        <translation>这个神经元对当前样本的 a，以及它的 B，在走过的各步。</translation>
    </message>
    <message>
        <source>This neuron&apos;s a for the test examples, and those that fire it most and least.</source>
        <translation>这个神经元对测试样本的 a，以及最使它和最不使它激活的样本。</translation>
    </message>
    <message>
        <source>W, W·a and ∂C/∂W of every pixel as pictures, in the legend&apos;s colours of + and −.</source>
        <translation>每个像素的 W、W·a 和 ∂C/∂W 画成图，用图例中 + 和 − 的颜色。</translation>
    </message>
    <message>
        <source>What flows through it</source>
        <translation>流过它的</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>它由什么组成</translation>
    </message>
    <message>
        <source>What it looks for, and what it finds</source>
        <translation>它在找什么，又找到了什么</translation>
    </message>
    <message>
        <source>What the next mini-batch asks of it</source>
        <translation>下一个小批量要它怎样</translation>
    </message>
    <message>
        <source>What this example costs</source>
        <translation>这个样本的代价</translation>
    </message>
    <message>
        <source>Where S comes from, largest first</source>
        <translation>S 从哪里来，最大的在前</translation>
    </message>
    <message>
        <source>Where it goes, largest first</source>
        <translation>它传到哪里，最大的在前</translation>
    </message>
    <message>
        <source>Which way C falls fastest, for the next mini-batch</source>
        <translation>对下一个小批量，C 往哪边下降最快</translation>
    </message>
    <message>
        <source>Why it fires as it does</source>
        <translation>它为什么这样激活</translation>
    </message>
    <message>
        <source>W·a, what this neuron adds to the S of each neuron of the next layer.</source>
        <translation>W·a，这个神经元给下一层每个神经元的 S 加上的量。</translation>
    </message>
    <message>
        <source>W·a: what this connection adds to S of the neuron that it leads to.</source>
        <translation>W·a：这个连接给它通向的神经元的 S 加上的量。</translation>
    </message>
    <message>
        <source>a = σ(S), worked out with this neuron&apos;s numbers for the example that is shown.</source>
        <translation>a = σ(S)，用这个神经元的数和当前样本算出来。</translation>
    </message>
    <message>
        <source>δ = ∂C/∂S = ∂C/∂a · σ′(S): how fast C of this example rises with S.</source>
        <translation>δ = ∂C/∂S = ∂C/∂a · σ′(S)：这个样本的 C 随 S 上升得多快。</translation>
    </message>
    <message>
        <source>δ, for this example alone</source>
        <translation>δ，只对这个样本</translation>
    </message>
    <message>
        <source>σ at S</source>
        <translation>S 处的 σ</translation>
    </message>
    <message>
        <source>∂C/∂W = a · σ′(S) · ∂C/∂a, with the numbers of the example that is shown.</source>
        <translation>∂C/∂W = a · σ′(S) · ∂C/∂a，代入当前样本的数。</translation>
    </message>
    <message>
        <source>−∂C/∂W of each example of the next mini-batch: whether it wants W larger.</source>
        <translation>下一个小批量每个样本的 −∂C/∂W：它是否想要更大的 W。</translation>
    </message>
    <message>
        <source>−∇C: for every W and B how fast C of the next mini-batch falls as it rises.</source>
        <translation>−∇C：对每个 W 和 B，它变大时下一个小批量的 C 下降得多快。</translation>
    </message>
</context>
<context>
    <name>SeedRow</name>
    <message>
        <source>Draw a seed: other start values, and another order of the examples.</source>
        <translation>随机取一个种子：换一组初始值，也换样本的顺序。</translation>
    </message>
    <message>
        <source>Draw another seed</source>
        <translation>换一个种子</translation>
    </message>
    <message>
        <source>⚄ Draw</source>
        <translation>⚄ 随机</translation>
    </message>
</context>
<context>
    <name>Seen</name>
    <message>
        <source>Read as {name}</source>
        <translation>认作 {name}</translation>
    </message>
    <message>
        <source>The input layer: the drawing as the network sees it.</source>
        <translation>输入层：网络看到的手写图。</translation>
    </message>
    <message>
        <source>The network sees</source>
        <translation>网络看到</translation>
    </message>
    <message>
        <source>The output with the largest a.</source>
        <translation>a 最大的输出。</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到什么</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Blue and orange</source>
        <translation>蓝色和橙色</translation>
    </message>
    <message>
        <source>Blue and red</source>
        <translation>蓝色和红色</translation>
    </message>
    <message>
        <source>Colours of + and −</source>
        <translation>+ 和 − 的颜色</translation>
    </message>
    <message>
        <source>Comma: 0,5</source>
        <translation>逗号：0,5</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>小数位数</translation>
    </message>
    <message>
        <source>Each pair is told apart with any kind of colour blindness.</source>
        <translation>每一对颜色，任何一种色盲都分得清。</translation>
    </message>
    <message>
        <source>Every second, so that little is lost where the program or the computer fails.</source>
        <translation>每秒一次，程序或电脑出问题时也几乎不会丢失什么。</translation>
    </message>
    <message>
        <source>How large the whole window is drawn: larger for a projector.</source>
        <translation>整个窗口画多大：投影时可以大一些。</translation>
    </message>
    <message>
        <source>How many digits are written after the decimal mark.</source>
        <translation>小数点后面写几位。</translation>
    </message>
    <message>
        <source>How much memory the states of a run may take that are kept for going back.</source>
        <translation>为往回走而留存的训练状态可以占多少内存。</translation>
    </message>
    <message>
        <source>How numbers are written, in the whole window.</source>
        <translation>整个窗口里的数怎样写。</translation>
    </message>
    <message>
        <source>How the window looks.</source>
        <translation>窗口看起来怎样。</translation>
    </message>
    <message>
        <source>Keep the run on disk while it goes on</source>
        <translation>训练进行中随时存到磁盘</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Memory for going back</source>
        <translation>往回走用的内存</translation>
    </message>
    <message>
        <source>No, show all motion</source>
        <translation>不，显示全部动态</translation>
    </message>
    <message>
        <source>Nothing is kept: what you have not saved is lost if the program is killed.</source>
        <translation>什么都不留存：程序若被强行结束，没有保存的就会丢失。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Point: 0.5</source>
        <translation>句点：0.5</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>减少动态</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>整体大小</translation>
    </message>
    <message>
        <source>The colours of what is above and below zero: lines, numbers, pictures and curves.</source>
        <translation>大于零和小于零的东西的颜色：连线、数、图和曲线。</translation>
    </message>
    <message>
        <source>The language of all texts of the program.</source>
        <translation>程序所有文字的语言。</translation>
    </message>
    <message>
        <source>The less there is, the longer it takes to go back; no step is lost.</source>
        <translation>内存越少，往回走越慢；但一步也不会丢。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Violet and orange</source>
        <translation>紫色和橙色</translation>
    </message>
    <message>
        <source>What is kept of the run that is shown, and of others after it.</source>
        <translation>为当前的训练和以后的训练留存什么。</translation>
    </message>
    <message>
        <source>What stands between the whole part and the decimals.</source>
        <translation>整数部分和小数之间写什么。</translation>
    </message>
    <message>
        <source>Whether changes are shown at once, instead of gliding from one to the next.</source>
        <translation>变化是否一下子显示，而不是从一个滑到下一个。</translation>
    </message>
    <message>
        <source>Whether the window is light or dark.</source>
        <translation>窗口是浅色还是深色。</translation>
    </message>
    <message>
        <source>Yes, nothing glides or glows</source>
        <translation>是，什么都不滑动也不发光</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>One of the settings in {file} made no sense and is as at first; the file as it was is now {aside}.</source>
        <translation>{file} 中有一项设置没有意义，已回到最初的样子；原来的文件现在是 {aside}。</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read and the file cannot be renamed; all are as at first, and what you choose is forgotten when you close the window.</source>
        <translation>{file} 中的设置无法读取，文件也不能改名；一切都是最初的样子，关闭窗口时会忘掉你的选择。</translation>
    </message>
    <message>
        <source>The settings in {file} could not be read; all are as at first, and the file is now {aside}.</source>
        <translation>{file} 中的设置无法读取；一切都是最初的样子，那个文件现在是 {aside}。</translation>
    </message>
    <message>
        <source>{count} of the settings in {file} made no sense and are as at first; the file as it was is now {aside}.</source>
        <translation>{file} 中有 {count} 项设置没有意义，已回到最初的样子；原来的文件现在是 {aside}。</translation>
    </message>
</context>
<context>
    <name>ShareScale</name>
    <message>
        <source>The share of a step&apos;s numbers that lies in a bin; no colour where none does. Equal steps of colour are equal steps of the root of the share.</source>
        <translation>一步的数落在一格里的比例；没有数的格没有颜色。颜色每差一级，比例的平方根差同样多。</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>A set-up has at most {most} steps, and this run stands at step {step}; save the run, and share the file.</source>
        <translation>设定最多 {most} 步，而这次训练在第 {step} 步；请保存训练，分享那个文件。</translation>
    </message>
    <message>
        <source>Go back to the run before</source>
        <translation>回到之前那次训练</translation>
    </message>
    <message>
        <source>Save the run as …</source>
        <translation>把训练存为…</translation>
    </message>
    <message>
        <source>Save the set-up as a link file</source>
        <translation>把设定存为链接文件</translation>
    </message>
    <message>
        <source>Set-ups (*.nnlink)</source>
        <translation>设定 (*.nnlink)</translation>
    </message>
    <message>
        <source>The set-up is copied: {text}</source>
        <translation>设定已复制：{text}</translation>
    </message>
    <message>
        <source>The set-up is saved as {path}.</source>
        <translation>设定已存为 {path}。</translation>
    </message>
    <message>
        <source>The start values of this run are not those of its seed, so that no text can bring it back; save the run, and share the file.</source>
        <translation>这次训练的初始值不是由它的种子得来的，所以没有文字能重现它；请保存训练，分享那个文件。</translation>
    </message>
    <message>
        <source>This is the set-up that was shared.</source>
        <translation>这就是所分享的设定。</translation>
    </message>
    <message>
        <source>{done} What was changed since the run began (changes: {count}) is not part of it; to share that as well, save the run.</source>
        <translation>{done}训练开始以来的更改（{count} 处）不在其中；要把它们也分享出去，请保存训练。</translation>
    </message>
    <message>
        <source>{done} Whoever opens it needs the data “{name}”, and a run with it, first.</source>
        <translation>{done}打开它的人须先有数据“{name}”以及用它的训练。</translation>
    </message>
</context>
<context>
    <name>ShownDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close; it stays as it is ticked.</source>
        <translation>关闭；保持勾选的样子。</translation>
    </message>
    <message>
        <source>Hide what a lesson does not need. What is hidden here is also part of a set-up that is shared.</source>
        <translation>隐藏这节课用不到的东西。这里隐藏的也是所分享的设定的一部分。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Tick all of it.</source>
        <translation>全部勾选。</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>“Show everything” at the upper right brings all of it back.</source>
        <translation>右上角的“全部显示”会把它们都找回来。</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>One of the two training processes ended unexpectedly, again and again. Close this window and compare anew.</source>
        <translation>两个训练进程中有一个一再意外结束。请关闭这个窗口，重新比较。</translation>
    </message>
    <message>
        <source>One of the two training processes ended unexpectedly, so both runs have stopped. A new one takes the same steps again.</source>
        <translation>两个训练进程中有一个意外结束了，所以两次训练都停下了。一个新进程会把同样的步再走一遍。</translation>
    </message>
    <message>
        <source>Something unexpected happened. The log has the details.</source>
        <translation>发生了意外的事。日志里有详情。</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Branch {number}</source>
        <translation>分支 {number}</translation>
    </message>
    <message>
        <source>The other run</source>
        <translation>另一次训练</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>这次训练</translation>
    </message>
</context>
<context>
    <name>SideView</name>
    <message>
        <source>C &lt;b&gt;{cost}&lt;/b&gt;</source>
        <translation>C &lt;b&gt;{cost}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>C of the next mini-batch &lt;b&gt;{cost}&lt;/b&gt;</source>
        <translation>下一个小批量的 C &lt;b&gt;{cost}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>C, as the network is now, of the mini-batch that the next step will use.</source>
        <translation>下一步要用的小批量的 C，按网络现在的样子。</translation>
    </message>
    <message>
        <source>Network of the run “{title}”</source>
        <translation>训练“{title}”的网络</translation>
    </message>
    <message>
        <source>Reads &lt;b&gt;{answer}&lt;/b&gt;</source>
        <translation>认作 &lt;b&gt;{answer}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Reads &lt;b&gt;{answer}&lt;/b&gt; {mark}</source>
        <translation>认作 &lt;b&gt;{answer}&lt;/b&gt; {mark}</translation>
    </message>
    <message>
        <source>Reads &lt;b&gt;{answer}&lt;/b&gt;, not {label}</source>
        <translation>认作 &lt;b&gt;{answer}&lt;/b&gt;，不是 {label}</translation>
    </message>
    <message>
        <source>Reads it as &lt;b&gt;{answer}&lt;/b&gt; {mark}</source>
        <translation>认作 &lt;b&gt;{answer}&lt;/b&gt; {mark}</translation>
    </message>
    <message>
        <source>Reads it as &lt;b&gt;{answer}&lt;/b&gt;; it is a &lt;b&gt;{label}&lt;/b&gt;</source>
        <translation>认作 &lt;b&gt;{answer}&lt;/b&gt;；其实是 &lt;b&gt;{label}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Reads it as &lt;b&gt;{answer}&lt;/b&gt;; truth unknown</source>
        <translation>认作 &lt;b&gt;{answer}&lt;/b&gt;；真实类别未知</translation>
    </message>
    <message>
        <source>Test &lt;b&gt;{share}&lt;/b&gt;</source>
        <translation>测试 &lt;b&gt;{share}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Test &lt;b&gt;{share}&lt;/b&gt; at {step}</source>
        <translation>测试 &lt;b&gt;{share}&lt;/b&gt;，第 {step} 步</translation>
    </message>
    <message>
        <source>Test &lt;b&gt;{share}&lt;/b&gt; right</source>
        <translation>测试 &lt;b&gt;{share}&lt;/b&gt; 正确</translation>
    </message>
    <message>
        <source>Test &lt;b&gt;{share}&lt;/b&gt; right at step {step}</source>
        <translation>测试 &lt;b&gt;{share}&lt;/b&gt; 正确，在第 {step} 步</translation>
    </message>
    <message>
        <source>Test C &lt;b&gt;{cost}&lt;/b&gt;</source>
        <translation>测试 C &lt;b&gt;{cost}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Test C &lt;b&gt;{cost}&lt;/b&gt; at step {step}</source>
        <translation>第 {step} 步的测试 C &lt;b&gt;{cost}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Test C &lt;b&gt;{cost}&lt;/b&gt; at {step}</source>
        <translation>{step}：测试 C &lt;b&gt;{cost}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>The colour of this run&apos;s curve.</source>
        <translation>这次训练的曲线颜色。</translation>
    </message>
    <message>
        <source>The mean C of a test example with this network.</source>
        <translation>这个网络对一个测试样本的平均 C。</translation>
    </message>
    <message>
        <source>The share of test examples that this network reads right.</source>
        <translation>这个网络认对的测试样本所占的比例。</translation>
    </message>
    <message>
        <source>What this network reads the example as: the output with the largest a.</source>
        <translation>这个网络把样本认作什么：a 最大的那个输出。</translation>
    </message>
    <message>
        <source>a &lt;b&gt;{a}&lt;/b&gt;</source>
        <translation>a &lt;b&gt;{a}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>a of the output &lt;b&gt;{a}&lt;/b&gt;</source>
        <translation>输出的 a &lt;b&gt;{a}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>a of this network&apos;s output for the example.</source>
        <translation>这个网络对这个样本的输出的 a。</translation>
    </message>
</context>
<context>
    <name>SinceChoice</name>
    <message>
        <source>Last change</source>
        <translation>最近的更改</translation>
    </message>
    <message>
        <source>Last epoch</source>
        <translation>上一轮</translation>
    </message>
    <message>
        <source>Since step 0, the start values.</source>
        <translation>自第 0 步起，即初始值。</translation>
    </message>
    <message>
        <source>Since the newest change up to this step: of η, a weight, what is frozen, …</source>
        <translation>自这一步之前最新的更改起：η、一个权重、冻结了什么…</translation>
    </message>
    <message>
        <source>Since the newest epoch began, before this step.</source>
        <translation>自这一步之前最新的一轮开始起。</translation>
    </message>
    <message>
        <source>Since the step that is shown: go on, and look again.</source>
        <translation>自显示的这一步起：往前走，再来看。</translation>
    </message>
    <message>
        <source>The step that W and B are compared with: type another one.</source>
        <translation>W 和 B 与哪一步比较：可输入另一步。</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>这一步</translation>
    </message>
    <message>
        <source>Untrained</source>
        <translation>未训练</translation>
    </message>
    <message>
        <source>What changed since step</source>
        <translation>与第几步相比的变化</translation>
    </message>
</context>
<context>
    <name>SourceTitle</name>
    <message>
        <source>Embedded digits</source>
        <translation>自带的数字</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
</context>
<context>
    <name>SpeedBox</name>
    <message>
        <source>1 step/s</source>
        <translation>1 步/秒</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>as fast as it goes</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>{speed} steps/s</source>
        <translation>{speed} 步/秒</translation>
    </message>
</context>
<context>
    <name>SpreadBars</name>
    <message>
        <source>At step {step}</source>
        <translation>在第 {step} 步</translation>
    </message>
    <message>
        <source>How many of the numbers lie in each bin at the step that is pointed at, else at the present one; the bins are those of the strip.</source>
        <translation>在指针所指的那一步（没有则为现在的步），每一格里有多少个数；格与条带中的相同。</translation>
    </message>
</context>
<context>
    <name>SpreadPage</name>
    <message>
        <source>How many numbers there are in the bin that is pointed at; ↑ and ↓ move it.</source>
        <translation>指针所指的格里有多少个数；↑ 和 ↓ 移动它。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>Whose numbers are counted.</source>
        <translation>统计的是哪一层的数。</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Reading the data …</source>
        <translation>正在读取数据…</translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message>
        <source>At step {step}: test &lt;b&gt;{share}&lt;/b&gt; right</source>
        <translation>在第 {step} 步：测试 &lt;b&gt;{share}&lt;/b&gt; 正确</translation>
    </message>
    <message>
        <source>At step {step}: test C &lt;b&gt;{cost}&lt;/b&gt;</source>
        <translation>在第 {step} 步：测试 C &lt;b&gt;{cost}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Before the change: test &lt;b&gt;{share}&lt;/b&gt; right</source>
        <translation>更改之前：测试 &lt;b&gt;{share}&lt;/b&gt; 正确</translation>
    </message>
    <message>
        <source>C of the next mini-batch &lt;b&gt;{cost}&lt;/b&gt;</source>
        <translation>下一个小批量的 C &lt;b&gt;{cost}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>C, as the network is now, of the mini-batch that the next step will use.</source>
        <translation>下一步要用的小批量的 C，按网络现在的样子。</translation>
    </message>
    <message>
        <source>Epoch &lt;b&gt;{epoch}&lt;/b&gt;</source>
        <translation>第 &lt;b&gt;{epoch}&lt;/b&gt; 轮</translation>
    </message>
    <message>
        <source>How many gradient steps led here, and how many were taken.</source>
        <translation>走到这里用了多少步梯度下降，一共走过多少步。</translation>
    </message>
    <message>
        <source>How often every training example has been used.</source>
        <translation>全部训练样本用过几遍。</translation>
    </message>
    <message>
        <source>Step &lt;b&gt;{step}&lt;/b&gt;</source>
        <translation>第 &lt;b&gt;{step}&lt;/b&gt; 步</translation>
    </message>
    <message>
        <source>Step &lt;b&gt;{step}&lt;/b&gt; of {length}</source>
        <translation>第 &lt;b&gt;{step}&lt;/b&gt; 步，共 {length} 步</translation>
    </message>
    <message>
        <source>Test &lt;b&gt;{share}&lt;/b&gt; right, C &lt;b&gt;{cost}&lt;/b&gt;</source>
        <translation>测试 &lt;b&gt;{share}&lt;/b&gt; 正确，C &lt;b&gt;{cost}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>The share of test examples that are read right.</source>
        <translation>认对的测试样本所占的比例。</translation>
    </message>
    <message>
        <source>The share of training examples that are read right.</source>
        <translation>认对的训练样本所占的比例。</translation>
    </message>
    <message>
        <source>Training &lt;b&gt;{share}&lt;/b&gt; right</source>
        <translation>训练 &lt;b&gt;{share}&lt;/b&gt; 正确</translation>
    </message>
    <message>
        <source>training &lt;b&gt;{share}&lt;/b&gt; right</source>
        <translation>训练 &lt;b&gt;{share}&lt;/b&gt; 正确</translation>
    </message>
    <message>
        <source>training C &lt;b&gt;{cost}&lt;/b&gt;</source>
        <translation>训练 C &lt;b&gt;{cost}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>{speed} steps/s</source>
        <translation>{speed} 步/秒</translation>
    </message>
    <message>
        <source>{weights} weights, {biases} biases</source>
        <translation>{weights} 个权重，{biases} 个偏置</translation>
    </message>
</context>
<context>
    <name>StepRows</name>
    <message>
        <source>A η that suits this optimiser and these σ, with mini-batches of 10.</source>
        <translation>与这个优化器和这些 σ 相配的 η，小批量为 10 时。</translation>
    </message>
    <message>
        <source>Clip ‖g‖</source>
        <translation>裁剪 ‖g‖</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 惩罚项</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 惩罚项</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Pulls every W towards 0 by as much: g is ∂C/∂W + l1 · sign W; 0 is none.</source>
        <translation>把每个 W 同样用力地拉向 0：g 是 ∂C/∂W + l1 · sign W；0 表示没有。</translation>
    </message>
    <message>
        <source>Pulls every W towards 0, a large one more: g is ∂C/∂W + l2 · W; 0: none.</source>
        <translation>把每个 W 拉向 0，大的拉得更狠：g 是 ∂C/∂W + l2 · W；0 表示没有。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>The learning rate η: how far a step goes, before the schedule.</source>
        <translation>学习率 η：一步走多远，未经学习率调度。</translation>
    </message>
    <message>
        <source>The optimiser: how a step is made of the gradient g, as the formula says.</source>
        <translation>优化器：怎样由梯度 g 得出一步，如公式所示。</translation>
    </message>
    <message>
        <source>The schedule: what becomes of η as the epochs go by, as the formula says.</source>
        <translation>学习率调度：随着轮数增加，η 变成什么，如公式所示。</translation>
    </message>
    <message>
        <source>Where ‖g‖ of the whole network is above this, g is shortened to it.</source>
        <translation>整个网络的 ‖g‖ 超过它时，把 g 缩短到这个长度。</translation>
    </message>
    <message>
        <source>usually {rate}</source>
        <translation>通常 {rate}</translation>
    </message>
    <message>
        <source>{formula}, where e is the epochs gone by since it was chosen</source>
        <translation>{formula}，其中 e 是选定它以来过去的轮数</translation>
    </message>
    <message>
        <source>η stays as it is set.</source>
        <translation>η 保持设定的值。</translation>
    </message>
</context>
<context>
    <name>StepsCanvas</name>
    <message>
        <source>Click a step to go to it; with the keyboard, ← and → move from one to the next, and Enter goes there.</source>
        <translation>单击一步就到那里；用键盘时，← 和 → 逐步移动，Enter 到那一步。</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>StepsRow</name>
    <message>
        <source>Number of steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Run this many steps</source>
        <translation>走这么多步</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Between two layers there is one W for each two neurons: N·N of them.</source>
        <translation>两层之间，每两个神经元有一个 W：共 N·N 个。</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>值得知道</translation>
    </message>
    <message>
        <source>Memory, as the numbers of both add up; how quick it is, will be measured.</source>
        <translation>内存，按两者的数加起来；有多快，实际测了才知道。</translation>
    </message>
    <message>
        <source>One B for each neuron but the inputs; W and B make one vector of so many numbers, and so does the gradient.</source>
        <translation>除输入外每个神经元一个 B；W 和 B 合成一个有这么多数的向量，梯度也是。</translation>
    </message>
    <message>
        <source>What was found out with such settings before.</source>
        <translation>以前用这样的设置发现了什么。</translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message>
        <source>Copy the table as CSV</source>
        <translation>把表格复制为 CSV</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Save the table as CSV …</source>
        <translation>把表格存为 CSV…</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>The table is saved as {path}.</source>
        <translation>表格已存为 {path}。</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy the values</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <source>Puts the numbers of the steps that are seen on the clipboard.</source>
        <translation>把所见各步的数放到剪贴板。</translation>
    </message>
    <message>
        <source>Puts what is seen on the clipboard, as an image and as shapes.</source>
        <translation>把所见的作为图像和图形放到剪贴板。</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation>存为 CSV…</translation>
    </message>
    <message>
        <source>Save as PNG …</source>
        <translation>存为 PNG…</translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation>存为 SVG…</translation>
    </message>
    <message>
        <source>Save the cost plot</source>
        <translation>保存代价曲线</translation>
    </message>
    <message>
        <source>Saves the numbers of the steps that are seen, a row for each.</source>
        <translation>保存所见各步的数，一步一行。</translation>
    </message>
    <message>
        <source>Saves what is seen as an image, with axes and legend.</source>
        <translation>把所见的存成图像，带坐标轴和图例。</translation>
    </message>
    <message>
        <source>Saves what is seen as shapes and text, which can be enlarged at will.</source>
        <translation>把所见的存成图形和文字，可以任意放大。</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>The cost plot is saved as {path}.</source>
        <translation>代价曲线已存为 {path}。</translation>
    </message>
    <message>
        <source>The picture of the plot is on the clipboard.</source>
        <translation>曲线的图片已在剪贴板上。</translation>
    </message>
    <message>
        <source>The values of {count} steps are on the clipboard.</source>
        <translation>{count} 步的数值已在剪贴板上。</translation>
    </message>
    <message>
        <source>{count} steps are too many to copy. Zoom in until {most} or fewer are seen, or save them as CSV.</source>
        <translation>{count} 步太多，不能复制。请放大到只看见 {most} 步或更少，或存为 CSV。</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Do this in the window: it is ticked once it is done.</source>
        <translation>在窗口里做这件事：做完就打勾。</translation>
    </message>
    <message>
        <source>Do this in the window: it is ticked once it is done. A click does it for you.</source>
        <translation>在窗口里做这件事：做完就打勾。单击则替你做。</translation>
    </message>
    <message>
        <source>Done: {task}</source>
        <translation>完成：{task}</translation>
    </message>
    <message>
        <source>To do: {task}</source>
        <translation>待做：{task}</translation>
    </message>
</context>
<context>
    <name>TermModel</name>
    <message>
        <source>How much C of the next mini-batch rises with W.</source>
        <translation>下一个小批量的 C 随 W 上升得多快。</translation>
    </message>
    <message>
        <source>The activation of that neuron.</source>
        <translation>那个神经元的激活值。</translation>
    </message>
    <message>
        <source>The neuron of the layer before; a pixel by its row and column.</source>
        <translation>前一层的神经元；像素则写行和列。</translation>
    </message>
    <message>
        <source>The weight of the connection from there.</source>
        <translation>从那里来的连接的权重。</translation>
    </message>
    <message>
        <source>What this neuron adds to S.</source>
        <translation>这个神经元给 S 加上多少。</translation>
    </message>
    <message>
        <source>W·a: {positive} raises S, {negative} lowers it.</source>
        <translation>W·a：{positive}使 S 变大，{negative}使 S 变小。</translation>
    </message>
    <message>
        <source>{name} = {number}</source>
        <translation>{name} = {number}</translation>
    </message>
</context>
<context>
    <name>TermTable</name>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制选中的行</translation>
    </message>
    <message>
        <source>Incoming weights</source>
        <translation>传入的权重</translation>
    </message>
</context>
<context>
    <name>ThingRow</name>
    <message>
        <source>Its value in the other run</source>
        <translation>它在另一次训练中的值</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>哪里不同</translation>
    </message>
    <message>
        <source>What this run began with.</source>
        <translation>这次训练开始时的值。</translation>
    </message>
    <message>
        <source>instead of none</source>
        <translation>而不是没有</translation>
    </message>
    <message>
        <source>instead of {value}</source>
        <translation>而不是 {value}</translation>
    </message>
</context>
<context>
    <name>Things</name>
    <message>
        <source>Decides the random start values and the order of the training examples.</source>
        <translation>决定随机的初始值和训练样本的顺序。</translation>
    </message>
    <message>
        <source>How many training examples are averaged for one gradient step.</source>
        <translation>一步梯度下降对多少个训练样本取平均。</translation>
    </message>
    <message>
        <source>How weights and biases are drawn before the first step.</source>
        <translation>第一步之前权重和偏置怎样取值。</translation>
    </message>
    <message>
        <source>How η changes as the run goes on.</source>
        <translation>η 在训练过程中怎样变化。</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 惩罚项</translation>
    </message>
    <message>
        <source>Neurons of each hidden layer, as in 32-16; nothing for none.</source>
        <translation>每个隐藏层的神经元数，如 32-16；没有就留空。</translation>
    </message>
    <message>
        <source>Pulls weights towards 0: l2 / 2 · ΣW² is added to what a step lessens.</source>
        <translation>把权重拉向 0：在一步要减小的量上加 l2 / 2 · ΣW²。</translation>
    </message>
    <message>
        <source>What a step does with the gradient.</source>
        <translation>一步拿梯度做什么。</translation>
    </message>
    <message>
        <source>What the network is made to lessen.</source>
        <translation>网络要让它变小的东西。</translation>
    </message>
    <message>
        <source>cost C</source>
        <translation>代价 C</translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>mini-batch size</source>
        <translation>小批量大小</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>schedule of η</source>
        <translation>η 的调度</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>start values</source>
        <translation>初始值</translation>
    </message>
    <message>
        <source>η: how far a step goes against the gradient.</source>
        <translation>η：一步沿着梯度的反方向走多远。</translation>
    </message>
    <message>
        <source>σ of the hidden layers</source>
        <translation>隐藏层的 σ</translation>
    </message>
    <message>
        <source>σ of the last layer; not every cost goes with every σ.</source>
        <translation>最后一层的 σ；不是每种代价都能配每种 σ。</translation>
    </message>
    <message>
        <source>σ of the output</source>
        <translation>输出层的 σ</translation>
    </message>
    <message>
        <source>σ: what makes a neuron&apos;s a of its weighted sum S.</source>
        <translation>σ：由神经元的加权和 S 得出它的 a。</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>{number} …</source>
        <translation>{number}…</translation>
    </message>
</context>
<context>
    <name>TimeCurve</name>
    <message>
        <source>Click a point to go to its step; with the keyboard, Page Up and Page Down move from point to point, and Enter goes there.</source>
        <translation>单击一个点就到那一步；用键盘时，Page Up 和 Page Down 在点之间移动，Enter 到那一步。</translation>
    </message>
    <message>
        <source>Step {step}: {letter} = {value}</source>
        <translation>第 {step} 步：{letter} = {value}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>At step {step} {change}</source>
        <translation>第 {step} 步：{change}</translation>
    </message>
    <message>
        <source>Be on this branch, where training left off.</source>
        <translation>来到这个分支，到训练停下来的地方。</translation>
    </message>
    <message>
        <source>Click: go to step {step}.</source>
        <translation>单击：到第 {step} 步。</translation>
    </message>
    <message>
        <source>Click: go to that step of it. Double click: give it another name.</source>
        <translation>单击：到它的那一步。双击：给它换个名字。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete a branch</source>
        <translation>删除分支</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Deleting {name} forgets {count} steps that no other branch has, and cannot be undone.</source>
        <translation>删除“{name}”会丢弃其他分支都没有的 {count} 步，而且不能撤销。</translation>
    </message>
    <message>
        <source>Forget this branch with the steps that no other branch has.</source>
        <translation>丢弃这个分支，连同只属于它的步。</translation>
    </message>
    <message>
        <source>Give this branch another name.</source>
        <translation>给这个分支换个名字。</translation>
    </message>
    <message>
        <source>Go to its newest step</source>
        <translation>到它最新的一步</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Name of {name}; empty for its number:</source>
        <translation>{name} 的名字；留空则用编号：</translation>
    </message>
    <message>
        <source>No change was made on it that is only its own.</source>
        <translation>它没有只属于自己的更改。</translation>
    </message>
    <message>
        <source>Press {key} to train; every step can be gone back to here.</source>
        <translation>按“{key}”开始训练；每一步都可以在这里回去。</translation>
    </message>
    <message>
        <source>Rename a branch</source>
        <translation>重命名分支</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Step {step} of {length}, epoch {epoch}</source>
        <translation>第 {step} 步，共 {length} 步，第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Step {step} · epoch {epoch}</source>
        <translation>第 {step} 步 · 第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Step {step} · epoch {epoch} · C average {cost}</source>
        <translation>第 {step} 步 · 第 {epoch} 轮 · C 平均 {cost}</translation>
    </message>
    <message>
        <source>The run is on this branch; go to another one before you delete it.</source>
        <translation>训练就在这个分支上；删除它之前请先到另一个分支。</translation>
    </message>
    <message>
        <source>The whole run, step by step: press or drag to go to any step. Flags are changes; thin lines are other branches.</source>
        <translation>整个训练，一步一步：按下或拖动就到任意一步。旗子是更改；细线是其他分支。</translation>
    </message>
    <message>
        <source>Train, and every step can be gone back to here.</source>
        <translation>训练起来，每一步都可以在这里回去。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 处</translation>
    </message>
    <message>
        <source>epoch {number}</source>
        <translation>第 {number} 轮</translation>
    </message>
    <message>
        <source>newest {step}</source>
        <translation>最新 {step}</translation>
    </message>
    <message>
        <source>step 0 · untrained</source>
        <translation>第 0 步 · 未训练</translation>
    </message>
    <message>
        <source>step {step} · epoch {epoch}</source>
        <translation>第 {step} 步 · 第 {epoch} 轮</translation>
    </message>
    <message>
        <source>step {step} · epoch {epoch} · newest</source>
        <translation>第 {step} 步 · 第 {epoch} 轮 · 最新</translation>
    </message>
    <message>
        <source>untrained</source>
        <translation>未训练</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} 处更改</translation>
    </message>
    <message>
        <source>{name} · newest {step}</source>
        <translation>{name} · 最新 {step}</translation>
    </message>
    <message>
        <source>{name} · {step}</source>
        <translation>{name} · {step}</translation>
    </message>
    <message>
        <source>{name}: {length} steps, apart from {other} from step {step} on.</source>
        <translation>{name}：{length} 步，从第 {step} 步起与 {other} 分开。</translation>
    </message>
    <message>
        <source>{shown} of {total} other branches; the mouse wheel shows the rest</source>
        <translation>显示其他 {total} 个分支中的 {shown} 个；滚轮显示其余的</translation>
    </message>
</context>
<context>
    <name>TimelineStage</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>Untitled run[*] — Neural network visualiser</source>
        <translation>未命名的训练[*] — 神经网络可视化</translation>
    </message>
    <message>
        <source>{name}[*] — Neural network visualiser</source>
        <translation>{name}[*] — 神经网络可视化</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>Close the panel; the menu opens it again.</source>
        <translation>关闭面板；从菜单可以再打开。</translation>
    </message>
    <message>
        <source>Close {panel}</source>
        <translation>关闭{panel}</translation>
    </message>
    <message>
        <source>Drag it to move the panel beside, onto or out of the others.</source>
        <translation>拖动它，把面板移到其他面板旁边、上面或外面。</translation>
    </message>
    <message>
        <source>Make the panel a window of its own, for instance on another screen.</source>
        <translation>让面板成为单独的窗口，例如放到另一个屏幕上。</translation>
    </message>
    <message>
        <source>Put the panel back where it was in the window.</source>
        <translation>把面板放回窗口里原来的位置。</translation>
    </message>
    <message>
        <source>Put {panel} back</source>
        <translation>放回{panel}</translation>
    </message>
    <message>
        <source>Take {panel} out</source>
        <translation>取出{panel}</translation>
    </message>
</context>
<context>
    <name>TitleRow</name>
    <message>
        <source>Change …</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Freeze it, knock it out or draw it anew, as a click with the other button does.</source>
        <translation>冻结、屏蔽它，或重新随机取值，与右键单击相同。</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Draw that stroke again. Key: Ctrl+Y</source>
        <translation>把那一笔重新写上。按键：Ctrl+Y</translation>
    </message>
    <message>
        <source>Draw with the left mouse button.</source>
        <translation>用鼠标左键写。</translation>
    </message>
    <message>
        <source>Erase; the right mouse button always does.</source>
        <translation>擦除；鼠标右键总是擦除。</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <source>How wide the pen is, in pixels of the drawing, which has 112×112.</source>
        <translation>笔有多宽，以手写图的像素计，图是 112×112。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>笔</translation>
    </message>
    <message>
        <source>Pen width</source>
        <translation>笔宽</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Take a new page. Key: Delete</source>
        <translation>换一页新纸。按键：Delete</translation>
    </message>
    <message>
        <source>Take the last stroke back. Key: Ctrl+Z</source>
        <translation>撤回最后一笔。按键：Ctrl+Z</translation>
    </message>
    <message>
        <source>Take the picture that was copied, a photo perhaps. Key: Ctrl+V</source>
        <translation>取用复制的图片，例如一张照片。按键：Ctrl+V</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>New here? A tour of nine short chapters shows how a network learns.</source>
        <translation>初次使用？九个短章的导览讲网络怎样学习。</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>不用了</translation>
    </message>
    <message>
        <source>Open a folder of chapters</source>
        <translation>打开一个章节文件夹</translation>
    </message>
    <message>
        <source>“{title}” in the menu</source>
        <translation>菜单里的“{title}”</translation>
    </message>
</context>
<context>
    <name>TourPanel</name>
    <message>
        <source>Chapters</source>
        <translation>各章</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the tour; it remembers where you are. Key: G</source>
        <translation>关闭导览；它记得你读到哪里。按键：G</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>回到那一次</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一章</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一章</translation>
    </message>
    <message>
        <source>Read the chapter before.</source>
        <translation>读上一章。</translation>
    </message>
    <message>
        <source>Read the next chapter.</source>
        <translation>读下一章。</translation>
    </message>
    <message>
        <source>Short chapters that are read here and done in the window.</source>
        <translation>在这里读、在窗口里做的短章。</translation>
    </message>
    <message>
        <source>Show all chapters, or this one.</source>
        <translation>显示所有章，或这一章。</translation>
    </message>
    <message>
        <source>Show your own run again, as you left it.</source>
        <translation>重新显示你自己的训练，和离开时一样。</translation>
    </message>
    <message>
        <source>The window shows a run of the tour&apos;s in its place.</source>
        <translation>窗口里现在是导览的一次训练。</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Your own run is kept aside.</source>
        <translation>你自己的训练先搁置着。</translation>
    </message>
</context>
<context>
    <name>Touring</name>
    <message>
        <source>Done: {task}</source>
        <translation>完成：{task}</translation>
    </message>
    <message>
        <source>Not quite. {why}</source>
        <translation>不太对。{why}</translation>
    </message>
    <message>
        <source>Right. {why}</source>
        <translation>答对了。{why}</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
</context>
<context>
    <name>TransportPanel</name>
    <message>
        <source>How many gradient steps a second while it plays.</source>
        <translation>播放时每秒走多少步。</translation>
    </message>
    <message>
        <source>How many training examples are averaged for one gradient step.</source>
        <translation>一步梯度下降对多少个训练样本取平均。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>Mini-batch size</source>
        <translation>小批量大小</translation>
    </message>
    <message>
        <source>Nothing is typed; type a number, for instance 1.5.</source>
        <translation>什么也没输入；请输入一个数，例如 1.5。</translation>
    </message>
    <message>
        <source>Nothing is typed; type a number, for instance 10.</source>
        <translation>什么也没输入；请输入一个数，例如 10。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Runs until {what}</source>
        <translation>训练直到{what}</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>播放控制</translation>
    </message>
    <message>
        <source>{data} · {layers}</source>
        <translation>{data} · {layers}</translation>
    </message>
    <message>
        <source>η, the learning rate: how far a step goes against the gradient.</source>
        <translation>η，学习率：一步沿着梯度的反方向走多远。</translation>
    </message>
    <message>
        <source>“{text}” is not a number; type one, for instance 1.5.</source>
        <translation>“{text}”不是数；请输入一个数，例如 1.5。</translation>
    </message>
    <message>
        <source>“{text}” is not a number; type one, for instance 10.</source>
        <translation>“{text}”不是数；请输入一个数，例如 10。</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Something unexpected happened; the run goes on. The log has the details.</source>
        <translation>发生了意外的事；训练照常进行。日志里有详情。</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>退一步</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly, again and again. Close the window and start anew.</source>
        <translation>训练进程一再意外结束。请关闭窗口，重新开始。</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly. A new one goes on where you were, with all branches.</source>
        <translation>训练进程意外结束了。一个新进程从你所在的地方继续，所有分支都在。</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly. A new one takes the same steps again, so you can go on where you were; only branches left earlier are gone.</source>
        <translation>训练进程意外结束了。一个新进程会把同样的步再走一遍，你可以从原处继续；只有更早离开的分支没有了。</translation>
    </message>
</context>
<context>
    <name>TruthRow</name>
    <message>
        <source>Keep it</source>
        <translation>存下它</translation>
    </message>
    <message>
        <source>Keep this drawing in your digits; say first what it is.</source>
        <translation>把这幅手写图存入你的数字；请先说出它是什么。</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>这是几？</translation>
    </message>
    <message>
        <source>What you meant to draw: then C and δ are known as well.</source>
        <translation>你想写的是什么：这样 C 和 δ 也就知道了。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>UndoNames</name>
    <message>
        <source>Do again: {change}</source>
        <translation>重做：{change}</translation>
    </message>
    <message>
        <source>Make the change again that was undone: {change}.</source>
        <translation>把撤销的更改再做一次：{change}。</translation>
    </message>
    <message>
        <source>Take back that {change}, and be at step {step}.</source>
        <translation>撤回“{change}”，并回到第 {step} 步。</translation>
    </message>
    <message>
        <source>Undo: {change}</source>
        <translation>撤销：{change}</translation>
    </message>
</context>
<context>
    <name>UnknownTruth</name>
    <message>
        <source>Nobody has said what this input truly is: {t} is unknown here, and so is what this neuron adds to {C}.</source>
        <translation>没有人说过这个输入到底是什么：这里的 {t} 未知，这个神经元给 {C} 加上多少也未知。</translation>
    </message>
    <message>
        <source>{C} of this input is unknown: nobody has said what it truly is, so no output has a target {t}. The network is as sure of it as its largest {a}: {value}, of output {answer}.</source>
        <translation>这个输入的 {C} 未知：没有人说过它到底是什么，所以没有输出有目标 {t}。网络对它的确信程度就是最大的 {a}：{value}，输出 {answer} 的。</translation>
    </message>
    <message>
        <source>{C} of this input is unknown: nobody has said what it truly is, so no output has a target {t}. The output&apos;s {a} is {value}.</source>
        <translation>这个输入的 {C} 未知：没有人说过它到底是什么，所以输出没有目标 {t}。输出的 {a} 是 {value}。</translation>
    </message>
    <message>
        <source>{C} of this input is unknown: nobody has said what it truly is, so the output has no target {t}. The output&apos;s {a} is {value}, so it is read as {answer}.</source>
        <translation>这个输入的 {C} 未知：没有人说过它到底是什么，所以输出没有目标 {t}。输出的 {a} 是 {value}，所以认作 {answer}。</translation>
    </message>
    <message>
        <source>{delta} is unknown for this input: nobody has said what it truly is, so it has no {C}.</source>
        <translation>对这个输入，{delta} 未知：没有人说过它到底是什么，所以它没有 {C}。</translation>
    </message>
    <message>
        <source>{slope} of this input is unknown: nobody has said what it truly is, so it has no {C} and no {delta}.</source>
        <translation>这个输入的 {slope} 未知：没有人说过它到底是什么，所以它没有 {C}，也没有 {delta}。</translation>
    </message>
</context>
<context>
    <name>UnsavedPrompt</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Goes on; what is not saved is lost.</source>
        <translation>继续；没有保存的就没有了。</translation>
    </message>
    <message>
        <source>Leaves everything as it is.</source>
        <translation>一切保持原样。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the changes to “{name}” before a new run takes its place?</source>
        <translation>新的训练取代它之前，要保存对“{name}”的更改吗？</translation>
    </message>
    <message>
        <source>Save the changes to “{name}” before another run is opened?</source>
        <translation>打开另一次训练之前，要保存对“{name}”的更改吗？</translation>
    </message>
    <message>
        <source>Save the changes to “{name}” before the window closes?</source>
        <translation>关闭窗口之前，要保存对“{name}”的更改吗？</translation>
    </message>
    <message>
        <source>Save this run before a new one takes its place?</source>
        <translation>新的训练取代它之前，要保存这次训练吗？</translation>
    </message>
    <message>
        <source>Save this run before another one is opened?</source>
        <translation>打开另一次训练之前，要保存这次训练吗？</translation>
    </message>
    <message>
        <source>Save this run before the window closes?</source>
        <translation>关闭窗口之前，要保存这次训练吗？</translation>
    </message>
    <message>
        <source>Saves the run, and then goes on.</source>
        <translation>保存训练，然后继续。</translation>
    </message>
    <message>
        <source>The run is not saved</source>
        <translation>这次训练没有保存</translation>
    </message>
</context>
<context>
    <name>UntilDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without running. Key: Esc</source>
        <translation>关闭，不训练。按键：Esc</translation>
    </message>
    <message>
        <source>Nothing is ticked; tick at least one of these.</source>
        <translation>什么也没有勾选；请至少勾选一个。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Run until the first of these comes true</source>
        <translation>训练直到其中最先成立的一个</translation>
    </message>
    <message>
        <source>Run until …</source>
        <translation>训练直到…</translation>
    </message>
    <message>
        <source>Train until the first of these comes true. Key: Enter</source>
        <translation>训练直到其中最先成立的一个。按键：Enter</translation>
    </message>
    <message>
        <source>Where several are ticked, the first that holds stops the run.</source>
        <translation>勾选了几个时，最先成立的就让训练停下。</translation>
    </message>
    <message>
        <source>Why it does not run yet.</source>
        <translation>为什么还没有开始训练。</translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>Nothing is typed; type a number for {letter} from −1,000,000 to 1,000,000, for instance 0.5.</source>
        <translation>什么也没输入；请为 {letter} 输入从 −1,000,000 到 1,000,000 的数，例如 0.5。</translation>
    </message>
    <message>
        <source>Why what was typed is not taken; the number stays what it was.</source>
        <translation>为什么没有采用输入的内容；数保持原样。</translation>
    </message>
    <message>
        <source>{letter} = {value}, which can be edited</source>
        <translation>{letter} = {value}，可以编辑</translation>
    </message>
    <message>
        <source>“{text}” is no number; type a number for {letter} from {least} to {most}, for instance {example}.</source>
        <translation>“{text}”不是数；请为 {letter} 输入从 {least} 到 {most} 的数，例如 {example}。</translation>
    </message>
    <message>
        <source>“{text}” is too large for {letter}; type a number from {least} to {most}.</source>
        <translation>“{text}”对 {letter} 来说太大；请输入从 {least} 到 {most} 的数。</translation>
    </message>
</context>
<context>
    <name>WayThere</name>
    <message>
        <source>Stop here</source>
        <translation>就停在这里</translation>
    </message>
    <message>
        <source>Training to step {step}, as the set-up says: {percent} %</source>
        <translation>正在按设定训练到第 {step} 步：{percent} %</translation>
    </message>
</context>
<context>
    <name>WishBars</name>
    <message>
        <source>Example {example} of the training data, truly {digit}: a larger weight, {wish}.</source>
        <translation>训练数据的样本 {example}，实为 {digit}：要更大的权重，{wish}。</translation>
    </message>
    <message>
        <source>Example {example} of the training data, truly {digit}: a smaller weight, {wish}.</source>
        <translation>训练数据的样本 {example}，实为 {digit}：要更小的权重，{wish}。</translation>
    </message>
    <message>
        <source>Example {example} of the training data, truly {digit}: no change.</source>
        <translation>训练数据的样本 {example}，实为 {digit}：不要变化。</translation>
    </message>
    <message>
        <source>Example {example} of the training data: a larger weight, {wish}.</source>
        <translation>训练数据的样本 {example}：要更大的权重，{wish}。</translation>
    </message>
    <message>
        <source>Example {example} of the training data: a smaller weight, {wish}.</source>
        <translation>训练数据的样本 {example}：要更小的权重，{wish}。</translation>
    </message>
    <message>
        <source>Example {example} of the training data: no change.</source>
        <translation>训练数据的样本 {example}：不要变化。</translation>
    </message>
    <message>
        <source>What each example asks of this weight</source>
        <translation>每个样本要这个权重怎样</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Input {name} = {a}</source>
        <translation>输入 {name} = {a}</translation>
    </message>
    <message>
        <source>Input: row {row}, column {column}, a = {a}</source>
        <translation>输入：第 {row} 行第 {column} 列，a = {a}</translation>
    </message>
    <message>
        <source>Layer {layer}, neuron {index}: a = {a}</source>
        <translation>第 {layer} 层，神经元 {index}：a = {a}</translation>
    </message>
    <message>
        <source>Layer {layer}, neuron {index}: a is held at {a}</source>
        <translation>第 {layer} 层，神经元 {index}：a 固定为 {a}</translation>
    </message>
    <message>
        <source>Layer {layer}: W from neuron {origin} to neuron {to} = {w}</source>
        <translation>第 {layer} 层：从神经元 {origin} 到神经元 {to} 的 W = {w}</translation>
    </message>
    <message>
        <source>Layer {layer}: W from neuron {origin} to neuron {to} = {w}
{symbol} = {value}</source>
        <translation>第 {layer} 层：从神经元 {origin} 到神经元 {to} 的 W = {w}
{symbol} = {value}</translation>
    </message>
    <message>
        <source>Layer {layer}: W from row {row}, column {column} to neuron {to} = {w}</source>
        <translation>第 {layer} 层：从第 {row} 行第 {column} 列到神经元 {to} 的 W = {w}</translation>
    </message>
    <message>
        <source>Layer {layer}: W from row {row}, column {column} to neuron {to} = {w}
{symbol} = {value}</source>
        <translation>第 {layer} 层：从第 {row} 行第 {column} 列到神经元 {to} 的 W = {w}
{symbol} = {value}</translation>
    </message>
    <message>
        <source>Output {index}, “{name}”: a = {a}</source>
        <translation>输出 {index}，“{name}”：a = {a}</translation>
    </message>
    <message>
        <source>Output {index}, “{name}”: a is held at {a}</source>
        <translation>输出 {index}，“{name}”：a 固定为 {a}</translation>
    </message>
</context>
<context>
    <name>_Classes</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Examples of this class that the network learns from.</source>
        <translation>这一类中网络从中学习的样本。</translation>
    </message>
    <message>
        <source>Examples of this class that the network never learns from.</source>
        <translation>这一类中网络从不学习的样本。</translation>
    </message>
    <message>
        <source>What an example is; each class has an output neuron.</source>
        <translation>一个样本是什么；每个类别有一个输出神经元。</translation>
    </message>
    <message>
        <source>to learn from</source>
        <translation>用来学习</translation>
    </message>
    <message>
        <source>to test with</source>
        <translation>用来测试</translation>
    </message>
</context>
<context>
    <name>_Digit</name>
    <message>
        <source>Example {number} of {count}, t = {digit}: C = {cost}</source>
        <translation>{count} 个样本中的第 {number} 个，t = {digit}：C = {cost}</translation>
    </message>
    <message>
        <source>Example {number} of {count}, truly {digit}: C = {cost}</source>
        <translation>{count} 个样本中的第 {number} 个，实为 {digit}：C = {cost}</translation>
    </message>
    <message>
        <source>Training example {index}, truly {digit}, with its own C = {cost} before the step. Click to follow it through the phases.</source>
        <translation>训练样本 {index}，实为 {digit}，走这一步之前它自己的 C = {cost}。单击就在各阶段中跟随它。</translation>
    </message>
    <message>
        <source>Training example {index}, whose target t is {digit}, with its own C = {cost} before the step. Click to follow it through the phases.</source>
        <translation>训练样本 {index}，目标 t 是 {digit}，走这一步之前它自己的 C = {cost}。单击就在各阶段中跟随它。</translation>
    </message>
</context>
<context>
    <name>_Scale</name>
    <message>
        <source>a = 0</source>
        <translation>a = 0</translation>
    </message>
    <message>
        <source>a = 1</source>
        <translation>a = 1</translation>
    </message>
    <message>
        <source>½</source>
        <translation>½</translation>
    </message>
</context>
<context>
    <name>_SideField</name>
    <message>
        <source> pixels</source>
        <translation> 像素</translation>
    </message>
</context>
</TS>
