/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificate's sections, in the order in which they are read. */
#pragma once

#include "app/core/exchange/lintel-paper-private.h"

#include "lintel/dial-system.h"

G_BEGIN_DECLS

typedef struct
{
  LintelPaper *paper;
  LintelLinter *linter;
  LintelProject *project;
  LintelDialSystem *system; /* owned by the project */
  const LintelExportOptions *options;
} LintelCertificate;

void lintel_certificate_add_steps (LintelCertificate *self);
void lintel_certificate_add_findings (LintelCertificate *self);
void lintel_certificate_add_reach (LintelCertificate *self);
/* Since the options' baseline; nothing without one. */
void lintel_certificate_add_changes (LintelCertificate *self);
void lintel_certificate_add_extensions (LintelCertificate *self);
void lintel_certificate_add_tables (LintelCertificate *self);
void lintel_certificate_add_assumptions (LintelCertificate *self);

/* Lists in full, however long: a certificate leaves nothing out. */

/* "1-12, 15" of ascending numbers. Transfer full. */
char *lintel_certificate_list_indexes (const int *indexes, guint n);
/* "101-112, 213" of extension numbers in the order of their ports. Transfer full. */
char *lintel_certificate_list_numbers (const char *const *numbers, guint n);
/* Indexes whose bit is set. Transfer full. */
char *lintel_certificate_list_bits (guint bits);

G_END_DECLS
