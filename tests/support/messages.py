# SPDX-License-Identifier: GPL-3.0-or-later
"""The messages of the sources, and of a translation, for the checks of both."""
import os
import re
import subprocess

XGETTEXT = ['xgettext', '--files-from=po/POTFILES.in', '--directory=.', '--from-code=UTF-8',
            '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
            '--flag=N_:1:pass-c-format', '--flag=g_strdup_printf:1:c-format',
            '--flag=g_set_error:4:c-format', '--output=-']


def run(source, command, text=''):
    """What COMMAND prints in the folder SOURCE with TEXT on its input; stops on any complaint."""
    environment = dict(os.environ, GETTEXTDATADIRS=os.path.join(source, 'data'), LC_ALL='C.UTF-8')
    done = subprocess.run(command, input=text, text=True, capture_output=True, cwd=source,
                          env=environment, check=False)
    if done.returncode != 0 or 'warning' in done.stderr:
        raise SystemExit(f'{command[0]}: {done.stderr}')
    return done.stdout


def read_template(source):
    """The template of all messages in the tree SOURCE."""
    return run(source, XGETTEXT)


def unquote(lines):
    """The text that the quoted LINES of a PO file stand for."""
    escapes = {'n': '\n', 't': '\t'}
    text = ''.join(re.findall(r'^\s*(?:msg\S+\s+)?"(.*)"$', lines, re.M))
    return re.sub(r'\\(.)', lambda match: escapes.get(match[1], match[1]), text)


def read_messages(po):
    """The messages of the text PO after its header, each a table of its fields and flags."""
    messages = []
    for block in po.split('\n\n')[1:]:
        fields = re.findall(r'^(msg\S+) ((?:".*"\n?)+)', block, re.M)
        if 'msgid' in dict(fields):
            messages.append({key: unquote(text) for key, text in fields})
            messages[-1]['flags'] = ' '.join(re.findall(r'^#, (.*)$', block, re.M))
    return messages


def read_pairs(po):
    """Of each message in the text PO: (flags, original, translation); a plural is two of them."""
    pairs = []
    for message in read_messages(po):
        for key, original in (('msgstr', 'msgid'), ('msgstr[0]', 'msgid'),
                              ('msgstr[1]', 'msgid_plural')):
            if key in message:
                pairs.append((message['flags'], message[original], message[key]))
    return pairs
